#!/usr/bin/env bash
# The block for Vim with coc.nvim of docs/editors.md in a real terminal. Not part of the tests that
# always run: no registry has the built plug-in. Needs (Debian) vim and tmux, Node, and COC, the folder
# of a built coc.nvim. Exit status 0 only if everything was seen.
set -euo pipefail
. "$(dirname "$0")/../test/block.sh"
. "$root/editors/test/screen.sh"
trap 'terminal kill-server 2> /dev/null || true; rm -rf "$home"' EXIT

mkdir -p "$home/.vim/pack/coc/start"
ln -s "$COC" "$home/.vim/pack/coc/start/coc.nvim"
block 'Vim with coc.nvim' > "$home/.vim/coc-settings.json"
printf 'set nocompatible hidden noswapfile encoding=utf-8\nfiletype plugin on\n' > "$home/.vimrc"
cd "$home/project"
open 180 40 'vim draft.md'
see_underlined gallery 3:59
see_underlined 'Solveig Ångström' 5:71
see_underlined '24 April' 7:44
see_underlined palace 9:50
keys /gallery Enter ':call CocActionAsync("doHover")' Enter
see 'One word differs'
see 'The Lantern, 6 March 2025'
keys Escape ':call CocActionAsync("codeAction", "cursor")' Enter
see '1. Use the source’s wording'
keys 1
see 'Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water'
eventually 'no longer underlined: gallery' not_underlined gallery
keys /palace Enter ':call CocActionAsync("codeAction", "cursor")' Enter
see '2. Ignore misquote here'
keys 2
see '<!-- copydesk: ignore misquote -->'
eventually 'no longer underlined: palace' not_underlined palace
