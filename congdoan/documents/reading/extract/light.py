"""Makes the picture of a page even: stamps and coloured pens fade, shadows go, specks vanish; ink stays."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageChops, ImageFilter

_BACKGROUND = 24
"""Pixels of one cell in which the brightness of the paper is measured."""
_UNEVEN = 34
_DIM = 190
_PAPER_TONES = 40
_SAMPLED = 4
"""One pixel in so many of a row, and of a column, tells enough of the tones of a page."""
_LEAST_PAPER = 0.5
_SPECKS = 0.012
_PATCH = 240
_SPECK_STEP = 90
_DOTS, _DOT_STEP = 0.0002, 60
"""Lone pixels: a page without dirt has none, a dirty one ten times as many."""


def without_colour(picture: Image.Image) -> Image.Image:
    """Grey pixels in which red and blue ink is nearly as bright as paper, so that print under a stamp stays."""
    if picture.mode in ("1", "L", "I;16", "I", "F", "LA"):
        return picture.convert("L")
    red, green, blue = picture.convert("RGB").split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return Image.blend(brightest, darkest, 0.12)


def even(picture: Image.Image) -> Image.Image:
    """Grey pixels under an even light, without specks; a clean page comes back as it is."""
    paper = _paper(picture)
    tones = paper.tobytes()
    lightest, darkest = max(tones), min(tones)
    if lightest - darkest > _UNEVEN or lightest < _DIM:
        ground = paper.resize(picture.size, Image.Resampling.BILINEAR)
        picture = ImageChops.invert(ImageChops.subtract(ground, picture))
        picture = picture.point([max(0, min(255, (value - 90) * 2)) for value in range(256)])
    if _part(picture, _smoothed, _SPECK_STEP) > _SPECKS:
        return _smoothed(picture)
    return _without_dots(picture) if _part(picture, _without_dots, _DOT_STEP) > _DOTS else picture


def is_page(picture: Image.Image) -> bool:
    """Whether most of a grey picture is about as bright as the paper around it: noise and other things are not."""
    sample = picture.resize(
        (max(picture.width // _SAMPLED, 1), max(picture.height // _SAMPLED, 1)), Image.Resampling.NEAREST
    )
    ground = _paper(picture).resize(sample.size, Image.Resampling.BILINEAR)
    tones = ImageChops.difference(ground, sample).histogram()
    return sum(tones[:_PAPER_TONES]) > _LEAST_PAPER * sum(tones)


def _paper(picture: Image.Image) -> Image.Image:
    """The brightness of the paper, in cells: that of their lightest neighbourhood."""
    cells = picture.resize(
        (max(picture.width // _BACKGROUND, 1), max(picture.height // _BACKGROUND, 1)), Image.Resampling.BOX
    )
    return cells.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(2))


def _smoothed(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.MedianFilter(3))


def _without_dots(picture: Image.Image) -> Image.Image:
    """Lone dark pixels become as bright as what is around them; a stroke has a second dark pixel and stays."""
    return ImageChops.lighter(picture, picture.filter(ImageFilter.RankFilter(3, 1)))


def _part(picture: Image.Image, mended: Callable[[Image.Image], Image.Image], step: int) -> float:
    """The part of the pixels, in a few patches of the page, that mending would change by `step` or more."""
    changed = total = 0
    for part in (0.2, 0.45, 0.7):
        left, top = round(picture.width * part), round(picture.height * part)
        patch = picture.crop((left, top, min(left + _PATCH, picture.width), min(top + _PATCH, picture.height)))
        difference = ImageChops.difference(patch, mended(patch)).histogram()
        changed += sum(difference[step:])
        total += sum(difference)
    return changed / total if total else 0.0
