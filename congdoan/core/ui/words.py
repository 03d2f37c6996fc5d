"""Numbers, sizes, distances and names in words and signs of the interface."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from congdoan.core.ui.states import Tone

NONE = "–"
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a due day is: `days` left, negative when past."""

    words: str
    tone: Tone
    days: int


def distance(due: date, today: date) -> Distance:
    """Amber from seven days before, red after."""
    days = (due - today).days
    if days < 0:
        return Distance(f"Quá hạn {number(-days)} ngày", "late", days)
    if days == 0:
        return Distance("Hạn hôm nay", "soon", days)
    return Distance(f"Còn {number(days)} ngày", "soon" if days <= SOON_DAYS else "", days)


def number(value: int | float | Decimal | None, places: int = 0) -> str:
    """1234567 -> 1.234.567; decimals after a comma; a dash when there is none."""
    if value is None:
        return NONE
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def percent(value: int | float | Decimal | None) -> str:
    """90.3 -> 90,3%; a whole number without a decimal."""
    if value is None:
        return NONE
    rounded = round(Decimal(str(value)), 1)
    return number(rounded, 0 if rounded == rounded.to_integral_value() else 1) + "%"


def share(part: int | float | Decimal, whole: int | float | Decimal) -> str:
    """`part` of `whole` in percent; a dash of nothing."""
    return percent(Decimal(str(part)) * 100 / Decimal(str(whole))) if whole else NONE


def file_size(size: int | None) -> str:
    """Bytes as B, KB, MB or GB of 1024, one decimal from MB on: 48 KB, 1,2 MB."""
    if size is None:
        return NONE
    if size < 1024:
        return f"{size} B"
    if size < 1024**2:
        return f"{number(round(size / 1024))} KB"
    unit, scale = ("MB", 1024**2) if size < 1024**3 else ("GB", 1024**3)
    return f"{number(size / scale, 1).removesuffix(',0')} {unit}"


def initials(name: str) -> str:
    """Of the last two words, as people are called: Nguyễn Thị Ngọc Hân -> NH."""
    return "".join(word[0] for word in name.split()[-2:]).upper()
