#!/usr/bin/env bash
# The block for Kakoune of docs/editors.md in a real terminal. Not part of the tests that always run:
# kak-lsp takes minutes to build. Needs (Debian) kakoune and tmux, and kak-lsp 22 on the path
# (`cargo install kak-lsp --version 22.0.0 --locked`). Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"
. "$root/editors/test/screen.sh"
# kak-lsp outlives its Kakoune: what was started with this home ends with it.
end() {
  terminal kill-server 2> /dev/null || true
  for process in /proc/[0-9]*; do
    if grep -qzxF "HOME=$home" "$process/environ" 2> /dev/null; then
      kill "${process#/proc/}" 2> /dev/null || true
    fi
  done
  rm -rf "$home"
}
trap end EXIT

mkdir -p "$home/.config/kak" "$home/run"
chmod 700 "$home/run"
block Kakoune > "$home/.config/kak/kakrc"
# Faults are coloured; underlined, they can be told from the rest.
printf 'set-face global Diagnostic%s default+u\n' Error Warning >> "$home/.config/kak/kakrc"
export XDG_CONFIG_HOME=$home/.config XDG_RUNTIME_DIR=$home/run SHELL=/bin/sh
cd "$home/project"
open 160 24 'kak draft.md'
see_underlined gallery
see_underlined 'Solveig Ångström'
see_underlined '24 April'
see_underlined palace
keys /gallery Enter ':lsp-hover' Enter
see 'One word differs'
see 'The Lantern, 6 March 2025'
see 'Misquote: the source has “museum”'
# Escape and a letter at once would be Alt and the letter.
keys Escape
gone 'One word differs'
keys ':lsp-code-actions' Enter
see 'Use the source’s wording'
keys Use Tab Enter
see 'Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said'
keys /palace Enter ':lsp-code-actions' Enter
see 'Ignore misquote here'
keys Ignore Tab Enter
see '<!-- copydesk: ignore misquote -->'
eventually 'no longer underlined: palace' not_underlined palace
keys ':write-quit' Enter
eventually 'the fix is in the file' has_line draft.md 'a museum across the water'
