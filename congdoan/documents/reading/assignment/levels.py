"""Whole levels of the unit tree that a printed name means ("Liên đoàn Lao động huyện, thành phố": each district)."""

from __future__ import annotations

from functools import lru_cache

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.fold import fold

_ORGAN = r"(?:lien doan lao dong|ldld|cong doan)"
_ALL = r"|cac cap cong doan|cong doan cac cap"
_LEVELS = (
    (
        "district",
        re.compile(
            rf"{_ORGAN}\s(?:cac\s)?(?:huyen|quan|thi xa)(?:\s?,|\s(?:va|thi xa|thanh pho)|$)"
            r"|(?:lien doan lao dong|ldld) (?:cac )?thanh pho, |cap huyen"
        ),
    ),
    (
        "sector_local",
        re.compile(
            r"cong doan (?:cac )?(?:nganh|tong cong ty|khu)(?:\s?,|\s(?:va|dia phuong|tinh|truc thuoc)|$)"
            rf"|cong doan cap tren truc tiep{_ALL}"
        ),
    ),
    ("commune", re.compile(r"cong doan (?:cac )?(?:xa|phuong|dac khu)(?:\s?,|\s(?:va|phuong|dac khu)|$)")),
    (
        "grassroots",
        re.compile(rf"(?:cong doan co so|cdcs|nghiep doan(?: co so)?)(?:\s?,|\s(?:truc thuoc|va|tren)|$){_ALL}"),
    ),
    ("department", re.compile(r"^cac (?:ban|phong|don vi|co quan)\b")),
)


_COLLECTIVE = re.compile(
    r"cac |moi |tung |toan the |nhung |tat ca |hai ben|ba ben|.* cac |.*(?:cac|nganh|cap)$|.*,"
    r"|.*tuong duong|.*nganh (?:trung uong|dia phuong)|chinh quyen"
    r"|cap uy|doan the"
)


def several_bodies(leads: list[Unit]) -> bool:
    """Whether more than one body leads, and each of them is one body rather than all of a kind."""
    if len(leads) < 2:
        return False
    names = [fold(unit.name) for unit in leads]
    return not any(
        _COLLECTIVE.match(name) or audience_of((unit.name,)) for name, unit in zip(names, leads, strict=True)
    )


@lru_cache(maxsize=512)
def audience_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The levels meant by the printed leads, in the order of the tree."""
    folded = [fold(name) for name in names]
    found = []
    for level, pattern in _LEVELS:
        if any(pattern.search(name) for name in folded):
            found.append(level)
    if any("cap tren truc tiep" in name or "cac cap cong doan" in name for name in folded) and "district" not in found:
        found.insert(0, "district")
    return tuple(found)
