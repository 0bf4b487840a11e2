"""Draws icon.png: two quotation marks and a tick, anti-aliased, with nothing but Python."""

import pathlib
import struct
import zlib

SIZE, UNIT = 128, 128 / 24
GROUND, MARKS, TICK = (29, 53, 87), (241, 250, 238), (255, 183, 3)
QUOTE = [(9.5, 5), (7.6, 6), (5.9, 7.6), (4.9, 9.6), (4.5, 12), (9, 12), (9, 8.5), (6.8, 8.5)]
LINES = [
    (QUOTE, MARKS),
    ([(x + 8.5, y) for x, y in QUOTE], MARKS),
    ([(4.5, 17), (7.5, 19.5), (11.5, 14.5)], TICK),
    ([(14, 18.5), (19.5, 18.5)], TICK),
]


def distance(x, y, line):
    """From a point to a line of several pieces."""
    best = 99.0
    for (ax, ay), (bx, by) in zip(line, line[1:]):
        dx, dy = bx - ax, by - ay
        along = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
        best = min(best, ((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2) ** 0.5)
    return best


def cover(outside):
    """How much of a dot is covered whose middle is so far outside, in dots."""
    return max(0.0, min(1.0, 0.5 - outside))


def dot(column, row):
    x, y = (column + 0.5) / UNIT, (row + 0.5) / UNIT
    colour = GROUND
    for line, own in LINES:
        part = cover((distance(x, y, line) - 0.95) * UNIT)
        colour = tuple(round(a + (b - a) * part) for a, b in zip(colour, own))
    corner = [max(abs(v - 12) - 7, 0) for v in (x, y)]
    alpha = cover(((corner[0] ** 2 + corner[1] ** 2) ** 0.5 - 5) * UNIT)
    return bytes((*colour, round(255 * alpha)))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(dot(c, r) for c in range(SIZE)) for r in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
pathlib.Path(__file__).with_suffix(".png").write_bytes(png)
