#!/usr/bin/env bash
# All that the plug-in does, through Neovim's own interface for scripts.
set -euo pipefail
. "$(dirname "$0")/home.sh"

installed
printf 'vim.g.maplocalleader = ","\nvim.o.swapfile = false\n' > "$config"
cd "$home/project"
headless draft.md -c "luafile $root/editors/neovim/test/test.lua" || { cat "$home/log"; exit 1; }
cat "$home/log"
echo
expect 'all of it was seen'
