"""Days as people write them here: dd/mm/yyyy in, a plain Vietnamese sentence when the day does not exist."""

import calendar
import re
from datetime import date

WRITTEN = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})\s*$")
ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$")
PACKED = re.compile(r"\s*(\d{2})(\d{2})(\d{4})\s*$")


class DateProblem(ValueError):
    """What is wrong with a written day and what to type instead."""


def parse_date(text: str) -> date:
    """`text` as dd/mm/yyyy (also with dots, dashes or nothing between) or yyyy-mm-dd; raises DateProblem."""
    if iso := ISO.match(text):
        year, month, day = (int(part) for part in iso.groups())
    elif written := WRITTEN.match(text) or PACKED.match(text):
        day, month, year = (int(part) for part in written.groups())
    else:
        raise DateProblem("Ngày cần đủ ngày, tháng và năm 4 chữ số. Nhập lại, ví dụ 30/04/2023.")
    return checked(day, month, year)


def checked(day: int, month: int, year: int) -> date:
    """The day itself, or DateProblem saying which part cannot be."""
    if not 1 <= month <= 12:
        raise DateProblem(f"Một năm chỉ có 12 tháng. Nhập lại, ví dụ 30/04/{year or 2023}.")
    if not 1900 <= year <= 2200:
        raise DateProblem("Năm phải từ 1900 đến 2200. Nhập lại, ví dụ 30/04/2023.")
    days = calendar.monthrange(year, month)[1]
    if day > days:
        which = f"Tháng 2 năm {year}" if month == 2 else f"Tháng {month}"
        raise DateProblem(f"{which} chỉ có {days} ngày. Nhập lại, ví dụ {days:02}/{month:02}/{year}.")
    if day < 1:
        raise DateProblem(f"Ngày bắt đầu từ 01. Nhập lại, ví dụ 01/{month:02}/{year}.")
    return date(year, month, day)


def written(day: date | None) -> str:
    """dd/mm/yyyy, a dash when there is none."""
    return f"{day:%d/%m/%Y}" if day else "–"
