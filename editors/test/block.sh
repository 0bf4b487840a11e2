# shellcheck shell=bash
# Sourced by the editors' tests: what they need of the program and of the page of blocks.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# block HEADING [FILE]: the first block of code under this heading (of docs/editors.md), which people
# copy.
block() {
  local file=$root/${2:-docs/editors.md}
  awk -v heading="$1" '
    /^##/ { if (here) exit; title = $0; sub(/^#+ /, "", title); here = title == heading; next }
    here && /^```/ { if (inside) exit; inside = 1; next }
    here && inside { print }' "$file" > "$home/block"
  if [ ! -s "$home/block" ] || [ "$(wc -l < "$home/block")" -gt 8 ]; then
    echo "FAIL $file has no block of at most eight lines for $1" >&2
    exit 1
  fi
  cat "$home/block"
}

# A home of its own with the program on the path and the project in it.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
if [ -z "${COPYDESK:-}" ]; then
  (cd "$root" && cargo build --locked --quiet)
  COPYDESK=$root/target/debug/copydesk
fi
mkdir "$home/bin"
ln -s "$COPYDESK" "$home/bin/copydesk"
cp -r "$root/editors/test/project" "$home/project"
export PATH="$home/bin:$PATH" HOME="$home" LC_ALL=C.UTF-8
