"""Public holidays and swapped days of Vietnam as announced, with their sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import holidays

KNOWN_YEARS: Final = range(2022, 2028)

_SOURCES: Final[dict[int, str]] = {
    2025: "TB 6150/TB-BLĐTBXH ngày 03/12/2024",
    2026: "TB 9441/TB-BNV ngày 16/10/2025; 12729/VPCP-KGVX; 3383/BNV-CVL ngày 10/4/2026; NQ 28/2026/QH16",
    2027: "10065/VPCP-KGVX ngày 02/10/2026; Bộ luật Lao động điều 111 khoản 3",
}
_USUAL_SOURCE: Final = "Bộ luật Lao động điều 111, 112 và thông báo nghỉ Tết, nghỉ lễ của năm"


@dataclass(frozen=True, slots=True)
class AnnouncedDay:
    """A weekday that is off, or a Saturday or Sunday that is worked (`is_worked`)."""

    day: date
    is_worked: bool
    name: str
    source: str


_MISSING: Final[tuple[AnnouncedDay, ...]] = (
    AnnouncedDay(date(2026, 1, 2), False, "Ngày nghỉ (thay cho ngày 10/01/2026)", _SOURCES[2026]),
    AnnouncedDay(date(2026, 1, 10), True, "Làm bù ngày 02/01/2026", _SOURCES[2026]),
)
"""What the library of holidays does not have yet."""


def announced_days(year: int) -> Iterator[AnnouncedDay]:
    """The days of the year on which work differs from Monday to Friday."""
    source = _SOURCES.get(year, _USUAL_SOURCE)
    found = holidays.country_holidays("VN", years=year, language="vi")
    missing = [announced for announced in _MISSING if announced.day.year == year]
    known = {announced.day for announced in missing}
    for day, name in sorted(found.items()):
        if day.weekday() < 5 and day not in known:
            yield AnnouncedDay(day, False, name, source)
    for day in sorted(found.weekend_workdays):
        if day.year == year and day not in known:
            yield AnnouncedDay(day, True, "Ngày làm bù", source)
    yield from missing
