#!/usr/bin/env bash
# Follows the lines of README.md and of the plug-in's own page to the letter, from a fresh clone, until
# the faults of the sample project are shown.
set -euo pipefail
. "$(dirname "$0")/home.sh"
. "$root/editors/test/screen.sh"
trap 'terminal kill-server 2> /dev/null || true; rm -rf "$home"' EXIT

page=editors/neovim/README.md
clone=$home/copydesk
# What is not committed comes along: a change is tested before it goes in.
git clone --quiet "$root" "$clone"
rm -r "$clone/editors/neovim"
cp -r "$root/editors/neovim" "$clone/editors/neovim"
copydesk demo "$home/sample" > "$home/log" 2>&1 || [ $? -eq 1 ]

# anew: as on the first day; nothing is installed but the editor.
anew() {
  rm -rf "$home/.config" "$home/.local" "$home/.cache" "$home/.cargo"
  mkdir -p "$home/.config/nvim"
  echo "- $1"
}

# works COMMANDS: the sample's faults are shown; COMMANDS is 2 where there must be :Copydesk, else 0.
works() {
  (cd "$home/sample" && WANTED=$1 headless drafts/pier.md -c "luafile $root/editors/neovim/test/see.lua") \
    || { cat "$home/log"; exit 1; }
  expect 'its faults were seen'
}

anew 'by hand'
block 'By hand' "$page" > "$home/lines.sh"
bash -eu "$home/lines.sh"
works 2

# lazy.nvim puts `dir` in front of the runtime path and loads what is in it.
anew 'lazy.nvim'
{
  echo 'local specs = {'
  block 'lazy.nvim' "$page"
  echo '}'
  echo 'for _, spec in ipairs(specs) do vim.opt.runtimepath:prepend(vim.fn.expand(spec.dir)) end'
} > "$config"
works 2

# vim.pack clones what is named to a place of its own, and knows nothing of folders inside.
anew 'vim.pack'
{
  cat <<'LUA'
vim.pack = { add = function(specs)
  for _, spec in ipairs(specs) do
    local folder = vim.fn.stdpath("data") .. "/site/pack/core/opt/" .. spec.name
    vim.fn.system({ "git", "clone", "--quiet", spec.src, folder })
    vim.cmd("packadd! " .. spec.name)
  end
end }
LUA
  block 'vim.pack' "$page"
} > "$config"
git -C "$clone" add --all
git -C "$clone" -c user.name=test -c user.email=test commit --quiet --allow-empty --message test
works 2

anew 'vim-plug'
{
  echo 'vim.cmd([['
  echo "command! -nargs=1 Plug execute 'set runtimepath^=' .. expand(<args>)"
  block 'vim-plug' "$page"
  echo ']])'
} > "$config"
works 2

anew 'any other'
block 'Any other' "$page" > "$config"
works 2

anew 'without a plug-in'
block 'Without a plug-in' "$page" > "$home/lines.sh"
bash -eu "$home/lines.sh"
works 0

anew 'README.md'
# `cargo install` takes minutes: in its place stands what puts the program under test where it would.
rm "$home/bin/copydesk"
cat > "$home/bin/cargo" <<'SH'
#!/bin/sh
[ "$*" = 'install --path .' ] && [ -f Cargo.toml ] || exit 1
mkdir -p ~/.cargo/bin
ln -sf "$COPYDESK" ~/.cargo/bin/copydesk
SH
chmod +x "$home/bin/cargo"
export COPYDESK PATH="$home/.cargo/bin:$PATH"
block Neovim README.md > "$home/lines.sh"
cd "$clone"
open 100 30 "bash -eu '$home/lines.sh'"
see_underlined 'ship' 9:39
see 'K: evidence · gra: fixes · CTRL-W d: message'
see_underlined 'Tomasz Verrall'
see_underlined '24 April'
keys /ship Enter K
see '✗ One word differs'
keys l gra
see 'Use the source’s wording'
keys 1 Enter
see 'the sea must be able to step onto a boat'
keys :qa! Enter
