"""What the text of one cell means. Each function raises ValueError with a Vietnamese message."""

import re
from datetime import date
from decimal import Decimal

from congdoan.core.sheets.columns import SheetKind, Value

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def parse(kind: SheetKind, text: str) -> Value:
    match kind:
        case SheetKind.DATE:
            return parse_day(text)
        case SheetKind.NUMBER:
            return parse_number(text)
        case _:
            return text


def parse_day(text: str) -> date:
    """25/3/1985, 25-03-1985, 25.3.1985 or a real day of Excel."""
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        raise ValueError(f"“{text}” không phải ngày; viết như 25/3/1985")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text} không có trong lịch") from None


def parse_number(text: str) -> Decimal:
    """1234567, 1.234.567, 12,5 or 12.5; dots before groups of three figures part thousands."""
    bare = text.replace("\u00a0", "").replace(" ", "")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    elif not _PLAIN_NUMBER.fullmatch(bare):
        raise ValueError(f"“{text}” không phải số")
    return Decimal(bare.replace(",", "."))
