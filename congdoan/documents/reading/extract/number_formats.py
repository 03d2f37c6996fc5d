"""Numbers and days as a sheet shows them, in the Vietnamese manner: 1.234.567; 12,5%; 30/06/2023."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from congdoan.documents.reading import lazy_re as re

BUILT_IN = {
    9: "0%", 10: "0.00%", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 17: "mm/yyyy", 18: "h:mm", 19: "h:mm",
    20: "h:mm", 21: "h:mm", 22: "d/m/yyyy h:mm", 45: "h:mm", 46: "h:mm", 47: "h:mm",
    **dict.fromkeys((14, 15, 16, *range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
}  # fmt: skip
_TOKENS = re.compile(
    r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(General|@)|([0#?][0#?,.]*|\.[0#?]+)|([ymdhsYMDHS]+)|(AM/PM)|(.)', re.DOTALL
)
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001
_LAST_SERIAL = 2_958_465


def shown(number: float, form: str, *, since_1904: bool = False) -> str:
    """`number` in the number format `form` of a sheet ("0%", "dd/mm/yyyy", '"Quý "0')."""
    pieces = _pieces(form)
    if any(kind == "day" for kind, _ in pieces):
        return _day(number + (1462 if since_1904 else 0), pieces)
    places = [text for kind, text in pieces if kind == "number"]
    if not places or places == ["General"]:
        whole = "".join(_plain(number) if kind == "number" else text for kind, text in pieces)
        return whole or _plain(number)
    percent = any(text == "%" for _, text in pieces)
    value = number * 100 if percent else number
    first = True
    parts = []
    for kind, text in pieces:
        if kind != "number":
            parts.append(text)
        elif first:
            parts.append(_placed(value, text))
            first = False
    return "".join(parts).strip()


@lru_cache(maxsize=500)
def _pieces(form: str) -> tuple[tuple[str, str], ...]:
    """The first section of a format as ("number", places), ("day", letters) and ("text", words)."""
    found: list[tuple[str, str]] = []
    for quoted, escaped, general, places, letters, _, other in _TOKENS.findall(form):
        if other == ";":
            break
        if general or places:
            found.append(("number", "General" if general else places))
        elif letters:
            found.append(("day", letters.lower()))
        elif quoted or escaped or other:
            found.append(("text", quoted or escaped or other))
    return tuple(found)


def _plain(number: float) -> str:
    """As few digits as say the number; the point of section numbers such as 1.1 stays."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}"


def _placed(number: float, places: str) -> str:
    whole, _, after = places.partition(".")
    least = sum(1 for sign in after if sign == "0")
    text = f"{number:.{min(len(after), 10)}f}"
    head, _, tail = text.partition(".")
    while len(tail) > least and tail.endswith("0"):
        tail = tail[:-1]
    digits = head.lstrip("-").rjust(sum(1 for sign in whole if sign == "0"), "0")
    if "," in whole.rstrip(","):
        digits = f"{int(digits or 0):,}".replace(",", ".")
    sign = "-" if head.startswith("-") else ""
    return f"{sign}{digits},{tail}" if tail else f"{sign}{digits}"


def _day(serial: float, pieces: tuple[tuple[str, str], ...]) -> str:
    if not 0 <= serial <= _LAST_SERIAL:
        return _plain(serial)
    moment = _FIRST_DAY + timedelta(days=serial) + timedelta(microseconds=500)
    letters = {text[0] for kind, text in pieces if kind == "day"}
    words = "".join(text for kind, text in pieces if kind == "text" and any(map(str.isalpha, text)))
    if words and "d" not in letters:
        return "".join(text if kind != "day" else _part(moment, text) for kind, text in pieces).strip()
    clock = moment.strftime("%H:%M") if letters & {"h", "s"} else ""
    if "d" in letters:
        return f"{moment:%d/%m/%Y} {clock}".strip()
    if "y" in letters:
        return moment.strftime("%m/%Y" if "m" in letters else "%Y")
    return clock or moment.strftime("%d/%m/%Y")


def _part(moment: datetime, letters: str) -> str:
    forms = {"y": "%Y", "m": "%m", "d": "%d", "h": "%H", "s": "%S"}
    return moment.strftime(forms.get(letters[0], ""))
