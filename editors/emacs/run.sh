#!/usr/bin/env bash
# The block for Emacs of docs/editors.md in a real Emacs, in batch mode.
# Needs (Debian) emacs-nox, elpa-eglot, elpa-markdown-mode and git.
# Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"

block Emacs > "$home/init.el"
cd "$home/project"
git init --quiet .
# Not -Q, which would hide Debian's packages.
timeout 120 emacs -q --batch -l "$root/editors/emacs/test.el" 2>&1 | tee "$home/log"
grep -q '^all of it was seen$' "$home/log"
