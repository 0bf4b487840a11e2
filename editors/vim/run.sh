#!/usr/bin/env bash
# The block for Vim with ALE of docs/editors.md in a real Vim.
# Needs (Debian) vim and vim-ale. Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"

block "Vim with ALE" > "$home/vimrc"
cd "$home/project"
# ALE takes columns for bytes: its fixes are tried where the two are the same.
printf '\n"We shall not sell the lamp to a temple across the water," said Solveig.\n' >> draft.md
printf '\n"We shall not sell the lamp to a tavern across the water," said Solveig.\n' >> draft.md
export RESULTS=$home/log
timeout 120 vim -N -u NONE -i NONE -Es -S "$root/editors/vim/test.vim" < /dev/null && status=0 || status=$?
cat "$RESULTS"
[ "$status" -eq 0 ] || exit 1
grep -q '^all of it was seen$' "$RESULTS"
