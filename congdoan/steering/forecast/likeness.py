"""How long work is meant to take, in classes: only work of one class is held against each other."""

from dataclasses import dataclass
from typing import Final

LEAST: Final = 20
"""With fewer like tasks nothing is said of how long they take, or how many are late."""


@dataclass(frozen=True, slots=True)
class Band:
    """Planned days from giving to due, up to and with `most`; the last has no end, work without a due day is apart."""

    number: int
    most: int | None
    words: str


BANDS: Final = (
    Band(1, 31, "hạn trong 1 tháng"),
    Band(2, 92, "hạn 1–3 tháng"),
    Band(3, 183, "hạn 3–6 tháng"),
    Band(4, 366, "hạn 6–12 tháng"),
    Band(5, None, "hạn trên 1 năm"),
)
NO_DUE: Final = Band(0, None, "không ghi hạn")


def band_of(planned_days: int | None) -> Band:
    if planned_days is None:
        return NO_DUE
    return next(band for band in BANDS if band.most is None or planned_days <= band.most)


def band_number(number: int) -> Band:
    return NO_DUE if number == NO_DUE.number else BANDS[number - 1]
