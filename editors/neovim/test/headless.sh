#!/usr/bin/env bash
# All that the plug-in does, through Neovim's own interface for scripts.
set -euo pipefail
. "$(dirname "$0")/home.sh"

installed
printf 'vim.g.maplocalleader = ","\nvim.o.swapfile = false\n' > "$config"
# The tags of the help come with it: no manager makes them for a folder inside of a repository.
cp -r "$root/editors/neovim/doc" "$home/doc"
headless -c "helptags $home/doc" -c quit
cmp "$home/doc/tags" "$root/editors/neovim/doc/tags"
echo 'ok   the tags of the help are up to date'
cd "$home/project"
headless draft.md -c "luafile $root/editors/neovim/test/test.lua" || { cat "$home/log"; exit 1; }
cat "$home/log"
echo
expect 'all of it was seen'
