#!/usr/bin/env bash
# The block for Kate of docs/editors.md in a real Kate on a screen of its own. Not part of the tests
# that always run: what Kate shows can only be looked at (SHOTS names a folder for pictures), and what
# it asked and wrote is all that is checked. Needs (Debian) kate, xvfb, dbus-x11, xdotool, imagemagick.
# Exit status 0 only if everything was seen.
set -euo pipefail
if [ -z "${DISPLAY_OF_ITS_OWN:-}" ]; then
  DISPLAY_OF_ITS_OWN=1 exec xvfb-run -a -s '-screen 0 1300x700x24' dbus-run-session -- "$0"
fi
. "$(dirname "$0")/../test/block.sh"
kate=
trap '[ -z "$kate" ] || { kill "$kate" && wait "$kate"; } 2> /dev/null || true; rm -rf "$home"' EXIT
shots=${SHOTS:-$home}

# All that goes in and out is kept.
rm "$home/bin/copydesk"
cat > "$home/bin/copydesk" <<SH
#!/usr/bin/env bash
tee -a "$home/asked" | "$COPYDESK" "\$@" | tee -a "$home/answered"
SH
chmod +x "$home/bin/copydesk"
touch "$home/asked" "$home/answered"
mkdir -p "$home/.config/kate/lspclient"
mkdir -m 700 "$home/run"
export XDG_RUNTIME_DIR=$home/run QT_QPA_PLATFORM=xcb
unset XDG_CONFIG_HOME XDG_DATA_HOME
# What the person answers to "May this program be started?".
cat > "$home/.config/katerc" <<INI
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=$home/bin/copydesk lsp
INI
block Kate > "$home/.config/kate/lspclient/settings.json"

# eventually WHAT FILE TEXT
eventually() {
  local end=$((SECONDS + 60))
  until grep -qF -- "$3" "$2"; do
    if [ "$SECONDS" -ge "$end" ]; then
      import -window root "$shots/kate-failed.png" || true
      echo "FAIL $1" >&2
      exit 1
    fi
    sleep 0.1
  done
  echo "ok   $1"
}

cd "$home/project"
kate -n -b --line 3 --column 60 draft.md 2> "$home/kate.log" &
kate=$!
eventually 'the misquote is told at its place' "$home/answered" \
  '"range":{"start":{"line":2,"character":56},"end":{"line":2,"character":63}},"severity":1,"code":"misquote"'
eventually 'the misattribution too' "$home/answered" '"code":"misattribution"'
eventually 'the misdate too' "$home/answered" '"code":"misdate"'
sleep 3
import -window root "$shots/kate.png"
xdotool key ctrl+period
eventually 'Quick Fix asks for fixes' "$home/asked" 'textDocument/codeAction'
sleep 2
import -window root "$shots/kate-fixed.png"
xdotool key ctrl+s
eventually 'the fix is in the file' draft.md 'a museum across the water'
eventually 'and no other fault is touched' draft.md 'a palace across the water'
