# shellcheck shell=bash
# Sourced by tests that drive an editor in a real terminal (tmux), key by key, as a person does.
# Needs $root and $home (see block.sh); the terminal ends with the test.

terminal() { tmux -S "$home/terminal" -f /dev/null "$@"; }

# open COLUMNS ROWS COMMAND: COMMAND in a fresh terminal.
open() {
  terminal kill-server 2> "$home/terminal.log" || true
  for _ in $(seq 1 50); do terminal has-session 2> "$home/terminal.log" || break; sleep 0.1; done
  TERM=xterm-256color terminal new-session -d -x "$1" -y "$2" "$3"
  terminal set-option -g escape-time 0
}

screen() { terminal capture-pane -p -N; }

fail() {
  screen || true
  echo "FAIL $*" >&2
  exit 1
}

# eventually WHAT CONDITION...: waits until the condition holds, a minute at most.
eventually() {
  local what=$1 end=$((SECONDS + 60))
  shift
  while [ "$SECONDS" -lt "$end" ]; do
    if "$@"; then
      echo "ok   $what"
      return
    fi
    sleep 0.1
  done
  fail "$what ($*)"
}

on_screen() { screen | grep -qF -- "$1"; }
off_screen() { ! on_screen "$1"; }
see() { eventually "the screen shows: $1" on_screen "$1"; }
gone() { eventually "the screen no longer shows: $1" off_screen "$1"; }

# The text is underlined as a whole, at this place of the screen where one is given (ROW:COLUMN).
is_underlined() {
  local found
  found=$(terminal capture-pane -p -e -N | python3 "$root/editors/test/screen.py" underlined)
  grep -qxE -- "${2:-[0-9]+:[0-9]+} $1" <<< "$found"
}
not_underlined() { ! is_underlined "$1"; }
see_underlined() { eventually "underlined${2:+ at $2}: $1" is_underlined "$@"; }

keys() { terminal send-keys "$@"; }
typed() { terminal send-keys -l -- "$1"; }
ex() { typed ":$1"; keys Enter; }
has_line() { grep -qF -- "$2" "$1"; }

# drawn FILE LABEL: the screen as it is now.
drawn() { terminal capture-pane -p -e -N | python3 "$root/editors/test/screen.py" picture "$2" > "$1"; }

# same_picture FILE LABEL: FILE is a picture of the screen; UPDATE=1 makes it one.
same_picture() {
  drawn "$home/picture.svg" "$2" && cmp -s "$home/picture.svg" "$1"
}
pictured() {
  if [ "${UPDATE:-}" = 1 ]; then
    drawn "$1" "$2"
    echo "drew $1"
  else
    eventually "the picture is up to date (UPDATE=1 $0 draws it anew)" same_picture "$@"
  fi
}
