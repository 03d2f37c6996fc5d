"""Where an upright page lies on the picture as it came: on its side, askew, or seen from an angle."""

from __future__ import annotations

from typing import NamedTuple

Point = tuple[float, float]


class Corners(NamedTuple):
    """Where the corners of the upright page lie on the picture as it came, as parts of its width and height."""

    top_left: Point
    bottom_left: Point
    bottom_right: Point
    top_right: Point

    def inside(self, x: float, y: float) -> Point:
        """The point at these parts of the upright page's width and height."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self
        left, right = (ax + (bx - ax) * y, ay + (by - ay) * y), (dx + (cx - dx) * y, dy + (cy - dy) * y)
        return left[0] + (right[0] - left[0]) * x, left[1] + (right[1] - left[1]) * x

    def then(self, other: Corners) -> Corners:
        """The corners of a page cut out of the page with these corners."""
        return Corners(*(self.inside(x, y) for x, y in other))

    def is_whole(self) -> bool:
        return self == WHOLE


WHOLE = Corners((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0))
QUARTER = Corners((1.0, 0.0), (0.0, 0.0), (0.0, 1.0), (1.0, 1.0))
"""The print lies a quarter turn clockwise."""
HALF = Corners((1.0, 1.0), (1.0, 0.0), (0.0, 0.0), (0.0, 1.0))


def quarter_turns(turns: int) -> Corners:
    """The corners of a page whose print lies so many quarter turns clockwise."""
    corners = WHOLE
    for _ in range(turns % 4):
        corners = corners.then(QUARTER)
    return corners
