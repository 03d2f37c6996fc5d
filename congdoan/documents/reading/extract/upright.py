"""Sets the picture of a page upright: pages on their side, pages scanned askew, sheets photographed from an angle.

Everything is measured on small grey copies, so a page costs some hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians, sin, tan
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from congdoan.documents.reading.extract.corners import WHOLE, Corners, Point

_COARSE, _FINE = 180, 480
"""Widths in pixels of the copies on which an angle is sought and then refined."""
_STRIP = 4
"""Width in pixels of the strips of a copy: of letters, so that within one no line rises by more than its height."""
_MOST_SKEW = 8
_LEAST_SKEW = 0.25
_SIDEWAYS = 1.5
_CLEARLY = 1.03
_EDGE_CONTRAST = 45
_SHEET_WIDTH = 220


def cut(picture: Image.Image, corners: Corners) -> Image.Image:
    """The upright page that has these corners on the picture."""
    if corners.is_whole():
        return picture
    points = [(x * picture.width, y * picture.height) for x, y in corners]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    width = max(_distance(ax, ay, dx, dy), _distance(bx, by, cx, cy))
    height = max(_distance(ax, ay, bx, by), _distance(dx, dy, cx, cy))
    size = (max(round(width), 1), max(round(height), 1))
    flat = tuple(value for point in points for value in point)
    white = 255 if picture.mode == "L" else (255, 255, 255)
    return picture.transform(size, Image.Transform.QUAD, flat, Image.Resampling.BICUBIC, fillcolor=white)


def _distance(ax: float, ay: float, bx: float, by: float) -> float:
    return float(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)


def sheet_on(picture: Image.Image) -> Corners:
    """The corners of a bright sheet of paper photographed on a darker ground; of the whole picture if there is none."""
    small = _small(picture, _SHEET_WIDTH)
    width, height = small.size
    pixels = small.tobytes()
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    edge = rows[0] + rows[-1] + bytes(row[0] for row in rows) + bytes(row[-1] for row in rows)
    middle = sorted(b"".join(row[width // 4 : -width // 4] for row in rows[height // 4 : -height // 4]))
    paper = middle[len(middle) * 3 // 4] if middle else 0
    ground = sorted(edge)[len(edge) // 2]
    if paper - ground < _EDGE_CONTRAST:
        return WHOLE
    bright = (paper + ground) / 2
    points = [(x, y) for y, row in enumerate(rows) for x in _ends(row, bright)]
    if len(points) < height:
        return WHOLE
    found = Corners(
        min(points, key=lambda point: point[0] + point[1]),
        min(points, key=lambda point: point[0] - point[1]),
        max(points, key=lambda point: point[0] + point[1]),
        max(points, key=lambda point: point[0] - point[1]),
    )
    whole = Corners(*((x / (width - 1), y / (height - 1)) for x, y in found))
    return whole if _area(whole) > 0.25 else WHOLE


def _ends(row: bytes, bright: float) -> tuple[int, ...]:
    """Where the longest bright stretch of a row begins and ends."""
    best, start = (0, 0), None
    for x, value in enumerate(row + b"\0"):
        if value > bright:
            start = x if start is None else start
        elif start is not None:
            best = max(best, (x - start, start))
            start = None
    return (best[1], best[1] + best[0] - 1) if best[0] > len(row) // 5 else ()


def _area(corners: Corners) -> float:
    ring = [*corners, corners[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


class Lie(NamedTuple):
    """How print lies: `sideways`, its lines running up and down; `skew`: the degrees by which they fall or rise."""

    sideways: bool
    skew: float


def lie_of(picture: Image.Image) -> Lie:
    """Lines of text make the sharpest rows of ink and gaps when they run straight across."""
    coarse, angles = _ink(_small(picture, _COARSE)), range(-_MOST_SKEW, _MOST_SKEW + 1)
    score, rough = _best(_strips(coarse), angles)
    side_score, side_rough = _best(_strips(coarse.transpose(Image.Transpose.ROTATE_90)), angles)
    sideways = side_score > _SIDEWAYS * score
    fine = _ink(_small(picture, _FINE))
    if sideways:
        fine, rough = fine.transpose(Image.Transpose.ROTATE_90), side_rough
    fine = _strips(fine)
    score, angle = _best(fine, [rough + step / 4 for step in range(-4, 5)])
    clear = abs(angle) >= _LEAST_SKEW and score > _CLEARLY * _sharpness(fine, 0.0)
    return Lie(sideways, angle if clear else 0.0)


def _best(strips: Image.Image, angles: Iterable[float]) -> tuple[float, float]:
    """The greatest sharpness that turning by one of `angles` gives, and that angle."""
    return max(((_sharpness(strips, angle), angle) for angle in angles), key=lambda pair: (pair[0], -abs(pair[1])))


def straightened(picture: Image.Image, angle: float) -> tuple[Image.Image, Corners]:
    """The picture turned back by `angle` degrees, and where its corners were."""
    turned = picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255 if picture.mode == "L" else (255, 255, 255))
    width, height = picture.size
    cosine, sine = cos(radians(angle)), sin(radians(angle))

    def before(x: float, y: float) -> Point:
        dx, dy = (x - 0.5) * width, (y - 0.5) * height
        return (dx * cosine - dy * sine) / width + 0.5, (dx * sine + dy * cosine) / height + 0.5

    return turned, Corners(*(before(x, y) for x, y in WHOLE))


def _small(picture: Image.Image, width: int) -> Image.Image:
    grey = picture if picture.mode == "L" else picture.convert("L")
    factor = max(min(grey.size) // width, 1)
    grey = grey.reduce(factor)
    scale = width / min(grey.size)
    return grey.resize((max(round(grey.width * scale), 1), max(round(grey.height * scale), 1)), Image.Resampling.BOX)


def _ink(small: Image.Image) -> Image.Image:
    """Ink white on black: what is clearly darker than its surroundings."""
    paper = small.filter(ImageFilter.BoxBlur(max(small.width // 25, 4)))
    return ImageChops.subtract(paper, small).point([min(value * 4, 255) if value > 12 else 0 for value in range(256)])


def _strips(ink: Image.Image) -> Image.Image:
    """Upright strips of a page, each as a column of how much ink its rows have."""
    return ink.resize((max(ink.width // _STRIP, 1), ink.height), Image.Resampling.BOX)


def _sharpness(strips: Image.Image, angle: float) -> float:
    """How clearly lines stand apart on the page turned by some degrees, which shifts its strips up and down."""
    slope = tan(radians(angle)) * _STRIP
    turn = (1, 0, 0, slope, 1, -slope * strips.width / 2)
    turned = strips.transform(strips.size, Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR)
    return _liveliness(turned.resize((1, strips.height), Image.Resampling.BOX).tobytes())


def _liveliness(profile: bytes) -> float:
    """How much a profile goes up and down from one row to the next: most where rows of text and gaps take turns."""
    return float(sum((one - other) ** 2 for one, other in pairwise(profile))) / max(len(profile), 1)
