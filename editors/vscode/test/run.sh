#!/usr/bin/env bash
# The extension in a real VS Code (code-server) in headless Chromium: packaged and installed as the README
# says, then used from inside the extension host (driver/) and as a person does (ui.mjs), with a picture.
# Installs all it needs (install.sh; about three minutes, once). COPYDESK names the program to put inside,
# else the README's own line builds it. UPDATE=1 renews the pictures in editors/pictures.
# Exit status 0 only if everything was seen.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
root=$(cd ../.. && pwd)
# shellcheck source=install.sh
. test/install.sh

home=$(mktemp -d)
server=
# With all its children: the hosts of extensions.
stop() {
  [ -z "$server" ] || kill -KILL -- "-$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  server=
}
trap 'stop; rm -rf "$home"' EXIT

# What the README calls `code`, with a profile of its own.
mkdir -p "$home/bin" "$home/profile/User" "$home/profile/Machine"
cp test/settings.json "$home/profile/User/settings.json"
cat > "$home/bin/code" <<SH
#!/bin/sh
HOME=$home exec "$node" "$code/out/server-main.js" --accept-server-license-terms \\
  --user-data-dir "$home/profile" --extensions-dir "$home/extensions" "\$@"
SH
chmod +x "$home/bin/code"
export PATH=$home/bin:$PATH

# start [OPTION]...: VS Code behind the address $base.
start() {
  local port
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  base=http://127.0.0.1:$port
  setsid code --without-connection-token --host 127.0.0.1 --port "$port" --enable-smoke-test-driver \
    --telemetry-level off "$@" > "$home/server.log" 2>&1 &
  server=$!
  for _ in $(seq 1 300); do
    curl --silent --fail --output /dev/null "$base/version" && return
    sleep 0.1
  done
  cat "$home/server.log"
  return 1
}

# seen WORDS COMMAND...: the command succeeds and says at its end that it saw everything.
seen() {
  local words=$1
  shift
  "$@" | tee "$home/log"
  grep -qxF "$words" "$home/log"
}

suite() {
  printf '\n   %s\n' "$1"
  seen "all of $1 was seen" node test/host.mjs "$base" "$2" "$1"
}

# The README's lines, to the letter.
block() {
  awk '/^```sh$/ { lines = ""; inside = 1; next } inside && /^```$/ { if (lines ~ /npm ci/) printf "%s", lines; inside = 0 }
    inside { lines = lines $0 "\n" }' "$1"
}
lines=$(block "$root/README.md")
[ "$lines" = "$(block README.md)" ] || { echo 'FAIL the two READMEs do not say the same'; exit 1; }
[ -z "${COPYDESK:-}" ] || lines=${lines/cargo build --release/true}
(cd "$root" && bash -euxo pipefail -c "$lines")
if grep -lE 'require\("(node:)?(https?|http2|tls|dgram)"\)|\b(fetch|WebSocket|XMLHttpRequest)\(' out/*.js; then
  echo 'FAIL the extension can use the network'
  exit 1
fi

project=$home/project
cp -r "$root/editors/test/project" "$project"
mkdir "$project/.vscode" "$home/plain"
echo '{ "copydesk.path": "/nowhere/copydesk" }' > "$project/.vscode/settings.json"
echo '“Nothing to see here,” said nobody.' > "$home/plain/notes.md"
cp -r "$project" "$home/untrusted"

start --disable-workspace-trust
suite project.js "$project"
suite plain.js "$home/plain"
printf '\n   ui.mjs\n'
seen 'all of ui.mjs was seen' node test/ui.mjs "$base" "$home" "$root/target/pictures"
stop

echo '{ "copydesk.path": "/nowhere/copydesk" }' > "$home/profile/Machine/settings.json"
start
suite untrusted.js "$home/untrusted"
stop

if [ "${UPDATE:-}" = 1 ]; then
  cp "$root"/target/pictures/vscode{,-views}.png "$root/editors/pictures/"
fi
printf '\nVS Code: ok, all of it seen\n'
