"""Takes the issuing organ's own name off the names of its bodies: "Ban Tổ chức LĐLĐ tỉnh" → "Ban Tổ chức"."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.fold import fold

_INNER = re.compile(
    r"(?:van phong|ban|doan chu tich|uy ban kiem tra|ubkt|phong|to|chanh van phong|truong ban|thuong truc|bo "
    r"phan|trung tam|hoi dong|tieu ban|chi cuc|co quan)\b"
)
_LEVEL = re.compile(r"\b(tinh|thanh pho|huyen|quan|thi xa|xa|phuong)\b(.*)$")


def own_suffix(issuer: str | None) -> re.Pattern[str] | None:
    """A pattern, over folded names, for the issuer's name at their end."""
    if not issuer:
        return None
    folded = fold(issuer)
    board = re.match(r"(?:ban chap hanh|ban thuong vu|thuong truc|doan chu tich|van phong|uy ban kiem tra)\s", folded)
    folded = folded[board.end() :] if board else folded
    return re.compile(rf"\s(?:{_spellings(folded)})$")


def _spellings(folded: str) -> str:
    level = _LEVEL.search(folded)
    tail = ""
    if level:
        place = re.escape(level[2].strip())
        tail = rf"\s{level[1]}(?:\s{place})?" if place else rf"\s{level[1]}(?:\s[a-z]+){{0,3}}"
    if folded.startswith("tong lien doan"):
        return r"tong lien doan(?: lao dong)?(?: viet nam)?|tld(?: viet nam)?|tldldvn"
    if folded.startswith("lien doan lao dong"):
        return rf"(?:lien doan lao dong|ldld){tail or re.escape(folded[18:])}"
    if folded.startswith("cong doan"):
        rest = re.escape(folded[9:])
        return rf"(?:cong doan|cd){rest}"
    if folded.startswith("uy ban nhan dan"):
        return rf"(?:uy ban nhan dan|ubnd){tail}"
    party = re.match(r"(tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy)(.*)$", folded)
    if party:
        place = re.escape(party[2].strip())
        return rf"{party[1]}(?:\s{place})?" if place else rf"{party[1]}"
    return re.escape(folded)


def without_own_suffix(name: str, suffix: re.Pattern[str] | None) -> str:
    """`name` without the issuer's name, when what stays is a body inside an organ."""
    if suffix is None:
        return name
    folded = fold(name)
    found = suffix.search(folded)
    if found is None or not _INNER.match(folded[: found.start()]):
        return name
    return name[: found.start()].rstrip(" ,-–")
