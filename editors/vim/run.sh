#!/usr/bin/env bash
# The block for Vim with ALE of docs/editors.md in a real Vim.
# Needs (Debian) vim and vim-ale. Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"

block "Vim with ALE" > "$home/vimrc"
cd "$home/project"
export RESULTS=$home/log
timeout 300 vim -N -u NONE -i NONE -Es -S "$root/editors/vim/test.vim" < /dev/null && status=0 || status=$?
cat "$RESULTS"
[ "$status" -eq 0 ] || exit 1
grep -q '^all of it was seen$' "$RESULTS"
