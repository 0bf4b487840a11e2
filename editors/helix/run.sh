#!/usr/bin/env bash
# The block for Helix of docs/editors.md in a real terminal. Not part of the tests that always run:
# Helix takes minutes to build, and no registry has it. Needs tmux, and hx on the path with its
# HELIX_RUNTIME. Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"
. "$root/editors/test/screen.sh"
trap 'terminal kill-server 2> /dev/null || true; rm -rf "$home"' EXIT

mkdir -p "$home/.config/helix"
block Helix > "$home/.config/helix/languages.toml"
unset XDG_CONFIG_HOME
cd "$home/project"
open 160 24 'hx draft.md'
see_underlined gallery
see_underlined 'Solveig Ångström'
see_underlined '24 April'
see_underlined palace
keys /gallery Enter Space k
see 'One word differs'
see 'The Lantern, 6 March 2025'
keys Escape
gone 'One word differs'
keys Space a
see 'Use the source’s wording'
keys Enter
see 'Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said'
keys /palace Enter Space a
see 'Ignore misquote here'
keys C-n Enter
see '<!-- copydesk: ignore misquote -->'
eventually 'no longer underlined: palace' not_underlined palace
keys ':write-quit' Enter
eventually 'the fix is in the file' has_line draft.md 'a museum across the water'
