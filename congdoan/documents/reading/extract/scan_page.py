"""Prepares the picture of a page for recognition: upright, even, without colours and table lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image

from congdoan.documents.reading.extract.corners import HALF, QUARTER, Corners
from congdoan.documents.reading.extract.light import even, is_page, without_colour
from congdoan.documents.reading.extract.pdf_rules import Rule, Rules
from congdoan.documents.reading.extract.scan_rules import take_lines
from congdoan.documents.reading.extract.upright import cut, lie_of, sheet_on, straightened


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page ready for recognition. `corners`: where it lies on the picture as it came; `rules`: in points."""

    picture: Image.Image
    dpi: int
    corners: Corners
    rules: Rules
    size: tuple[float, float]
    """Width and height in points."""
    legible: bool = True

    @property
    def pnm(self) -> bytes:
        return f"P5 {self.picture.width} {self.picture.height} 255\n".encode() + self.picture.tobytes()

    def without_pixels(self) -> Sheet:
        return replace(self, picture=Image.new("L", (1, 1)))


def prepared(picture: Image.Image, dpi: int) -> Sheet:
    """Everything but whether the page stands on its head, which only its words can tell."""
    corners = sheet_on(picture)
    grey = without_colour(cut(picture, corners))
    lie = lie_of(grey)
    if lie.sideways:
        grey = grey.transpose(Image.Transpose.ROTATE_90)
        corners = corners.then(QUARTER)
    if lie.skew:
        grey, askew = straightened(grey, lie.skew)
        corners = corners.then(askew)
    size = (grey.width * 72 / dpi, grey.height * 72 / dpi)
    if not is_page(grey):
        return Sheet(grey, dpi, corners, Rules([], []), size, legible=False)
    picture, rules = take_lines(even(grey), dpi)
    return Sheet(picture, dpi, corners, rules, size)


def turned_round(sheet: Sheet) -> Sheet:
    """The page the other way up."""
    width, height = sheet.size
    rules = Rules(_mirrored(sheet.rules.vertical, width, height), _mirrored(sheet.rules.horizontal, height, width))
    picture = sheet.picture.transpose(Image.Transpose.ROTATE_180)
    return replace(sheet, picture=picture, corners=sheet.corners.then(HALF), rules=rules)


def _mirrored(rules: list[Rule], across: float, along: float) -> list[Rule]:
    return [Rule(across - rule.at, along - rule.end, along - rule.start) for rule in rules]
