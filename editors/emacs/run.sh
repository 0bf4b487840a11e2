#!/usr/bin/env bash
# The blocks for Emacs of docs/editors.md in a real Emacs, in batch mode.
# Needs (Debian) emacs-nox, elpa-eglot, elpa-lsp-mode, elpa-markdown-mode and git.
# Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"

# passes HEADING TEST: the block under the heading is all that init.el has.
passes() {
  echo "- $1"
  block "$1" > "$home/init.el"
  rm -rf "$home/project"
  cp -r "$root/editors/test/project" "$home/project"
  cd "$home/project"
  git init --quiet .
  # Not -Q, which would hide Debian's packages.
  timeout 300 emacs -q --batch -l "$root/editors/emacs/$2" 2>&1 | tee "$home/log"
  grep -q '^all of it was seen$' "$home/log"
}

passes Emacs eglot.el
passes 'Emacs with lsp-mode' lsp-mode.el
