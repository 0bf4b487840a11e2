#!/usr/bin/env python3
"""What stands on a terminal's screen, from `tmux capture-pane -p -e -N` on standard input.

    screen.py underlined      each underlined stretch on a line of its own, as ROW:COLUMN TEXT (from 1)
    screen.py picture LABEL   the screen as an SVG, LABEL for those who do not see it

An editor's faults are underlined and nothing else is, so the first tells where a person sees them.
"""

import sys
import unicodedata
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

ADVANCE, LEADING, MARGIN, BASELINE = 8.4, 17.0, 12.0, 13.0
# The sixteen colours by number, for whoever does not name theirs in full.
PALETTE = (
    "#1c1f26 #ff7b72 #7ee787 #e3b341 #79c0ff #d2a8ff #76e3ea #d7dae0 "
    "#6e7681 #ffa198 #a5f0b0 #f2cc60 #a5d6ff #e2c5ff #b3f0ff #ffffff"
).split()
FOREGROUND, BACKGROUND = "#d7dae0", "#1c1f26"


@dataclass(frozen=True)
class Style:
    fore: str | None = None
    back: str | None = None
    under: str | None = None
    flags: frozenset = frozenset()


FLAGS = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse", 9: "strike"}
ENDS = {22: {"bold", "dim"}, 23: {"italic"}, 24: {"underline", "curl"}, 27: {"reverse"}, 29: {"strike"}}


def colour(codes):
    """The colour that `38`, `48` or `58` is followed by; takes its numbers off `codes`."""
    kind = codes.pop(0)
    if kind == 2:
        red, green, blue = codes.pop(0), codes.pop(0), codes.pop(0)
        return f"#{red:02x}{green:02x}{blue:02x}"
    number = codes.pop(0)
    if number < 16:
        return PALETTE[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#" + "".join(f"{steps[number // size % 6]:02x}" for size in (36, 6, 1))


def restyled(style, parameters):
    """The style after `ESC [ parameters m`."""
    if parameters in ("4:3", "4:4", "4:5"):
        return replace(style, flags=style.flags | {"underline", "curl"})
    codes = [int(code or 0) for code in parameters.replace("58:2::", "58;2;").replace(":", ";").split(";")]
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = Style()
        elif code in FLAGS:
            style = replace(style, flags=style.flags | {FLAGS[code]})
        elif code in ENDS:
            style = replace(style, flags=style.flags - ENDS[code])
        elif code == 38:
            style = replace(style, fore=colour(codes))
        elif code == 48:
            style = replace(style, back=colour(codes))
        elif code == 58:
            style = replace(style, under=colour(codes))
        elif code == 39:
            style = replace(style, fore=None)
        elif code == 49:
            style = replace(style, back=None)
        elif code == 59:
            style = replace(style, under=None)
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, fore=PALETTE[code - 30 if code < 90 else code - 82])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, back=PALETTE[code - 40 if code < 100 else code - 92])
    return style


def width(letter):
    """How many columns a letter takes."""
    if unicodedata.combining(letter) or letter in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def read(text):
    """The rows of the screen: each a list of (column from 0, style, text) of one style."""
    rows, style = [], Style()
    for line in text.splitlines():
        row, column, at = [], 0, 0
        while at < len(line):
            if line[at] == "\x1b" and line[at + 1 : at + 2] == "[":
                end = line.index("m", at)
                style = restyled(style, line[at + 2 : end])
                at = end + 1
                continue
            if line[at] in "\x0e\x0f\x1b":
                sys.exit(f"an escape that is not known here: {line[at : at + 8]!r}")
            if row and row[-1][1] == style:
                row[-1][2].append(line[at])
            else:
                row.append((column, style, [line[at]]))
            column += width(line[at])
            at += 1
        rows.append([(column, style, "".join(letters)) for column, style, letters in row])
    return rows


def underlined(rows):
    """Each stretch that is underlined, whatever else changes within."""
    for number, row in enumerate(rows, 1):
        begun = None
        for column, style, text in [*row, (0, Style(), "")]:
            if "underline" in style.flags:
                begun = (begun[0], begun[1] + text) if begun else (column, text)
            elif begun:
                yield f"{number}:{begun[0] + 1} {begun[1]}"
                begun = None


def columns(text):
    return sum(map(width, text))


def drawn(row, y, paper, ink):
    """One row as SVG; `y` is its top."""
    for column, style, text in row:
        x, long = MARGIN + ADVANCE * column, ADVANCE * columns(text)
        fore, back = style.fore or ink, style.back
        if "reverse" in style.flags:
            fore, back = back or paper, fore
        if back and back != paper:
            yield f'<rect x="{x:.1f}" y="{y:.0f}" width="{long:.1f}" height="{LEADING:.0f}" fill="{back}"/>'
        if "underline" in style.flags:
            yield (
                f'<path d="M{x:.1f} {y + BASELINE + 3:.0f}h{long:.1f}" '
                f'stroke="{style.under or fore}" stroke-width="2"/>'
            )
        inner = text.strip()
        if not inner:
            continue
        x += ADVANCE * columns(text[: len(text) - len(text.lstrip())])
        long = ADVANCE * columns(inner)
        look = "" if fore == ink else f' fill="{fore}"'
        look += ' font-weight="bold"' if "bold" in style.flags else ""
        look += ' font-style="italic"' if "italic" in style.flags else ""
        look += ' opacity="0.6"' if "dim" in style.flags else ""
        yield (
            f'<text x="{x:.1f}" y="{y + BASELINE:.0f}" textLength="{long:.1f}" '
            f'xml:space="preserve"{look}>{escape(inner)}</text>'
        )
        if "strike" in style.flags:
            yield f'<path d="M{x:.1f} {y + BASELINE - 4:.0f}h{long:.1f}" stroke="{fore}"/>'


def ground(rows):
    """The colours of what is nothing in particular: of the first row's last column."""
    last = next((row[-1][1] for row in rows if row), Style())
    return last.back or BACKGROUND, last.fore or FOREGROUND


def picture(rows, label):
    paper, ink = ground(rows)
    wide = max(sum(columns(text) for _, _, text in row) for row in rows)
    across, down = wide * ADVANCE + 2 * MARGIN, len(rows) * LEADING + 2 * MARGIN
    label = escape(label, {'"': "&quot;"})
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across:.0f}" height="{down:.0f}" '
        f'viewBox="0 0 {across:.0f} {down:.0f}" role="img" aria-label="{label}" '
        "font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" "
        'font-size="14">'
    )
    yield f'<rect width="100%" height="100%" rx="8" fill="{paper}"/>\n<g fill="{ink}">'
    for number, row in enumerate(rows):
        yield from drawn(row, MARGIN + number * LEADING, paper, ink)
    yield "</g>\n</svg>"


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    rows = read(sys.stdin.read())
    match sys.argv[1:]:
        case ["underlined"]:
            lines = underlined(rows)
        case ["picture", label]:
            lines = picture(rows, label)
        case _:
            sys.exit(__doc__)
    for line in lines:
        print(line)


main()
