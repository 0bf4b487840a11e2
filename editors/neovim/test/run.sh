#!/usr/bin/env bash
# The plug-in in a real Neovim: headless, as a person sees it in a terminal, and installed in all the
# ways that its README names. Exit status 0 only if everything was seen. See home.sh for what it needs.
# UPDATE=1 draws the picture anew.
set -euo pipefail
cd "$(dirname "$0")"

for part in headless terminal install; do
  printf '%s\n' "-- Neovim: $part"
  ./"$part.sh"
done
