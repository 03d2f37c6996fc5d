"""Short names that the paper itself explains: "(viết tắt: TVT – Thư viện tỉnh; TTVH – Trung tâm Văn hóa tỉnh)"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at

_OPENS = re.compile(r"(?:[Cc]ác )?(?:[Cc]hữ |[Tt]ừ )?[Vv]iết tắt\s?(?:trong [^:;\n]{2,40})?:\s*")
_WORD = "iết tắt"
"""No list opens without it; a look for it is quicker than a search."""
_ONE = re.compile(
    r"(?P<short>[A-ZĐ][A-ZĐa-zđ&.-]{1,9}(?: [A-ZĐ][A-ZĐ&.-]{1,9}){0,2})\s?(?:[–—:=-]|là)\s"
    r"(?P<name>[A-ZĐỦ][^;)\n]{3,80}?)\s*(?:[;)\n.]|,(?=\s[A-ZĐ.&-]{2,10}\s?[–—:=-]\s)|$)\s*"
)
_PARTY = re.compile(
    r"^\s*(?:-\s*)?(?:BÊN|Bên)\s(?P<party>[A-C])\s?(?:\([^)\n]*\)\s?)?:\s*(?P<name>[A-ZĐÀ-Ỹ][^\n:;()]{6,120}?)\s*$",
    re.M,
)
""" "BÊN A: LIÊN ĐOÀN LAO ĐỘNG TỈNH SÓC TRĂNG" in an agreement."""
_PARTY_ASIDE = re.compile(
    r"(?:^|[,;:]\s|(?<=\s)giữa\s)(?P<name>[A-ZĐỦ][^,;:()\n]{4,80})\s"
    r"\((?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là )?[“\"]?[Bb]ên (?P<party>[A-D])[”\"]?\)",
    re.M,
)
""" "Liên đoàn Lao động tỉnh (Bên A), Sở Giáo dục và Đào tạo (Bên B) thống nhất ..."."""
_AND = re.compile(r"\s(?:và|với)\s")
_PARTIES = ("Bên A", "BÊN A", "bên A")
_LONGEST = 900
"""Characters within which a list of short names ends."""


def short_names(text: str) -> dict[str, str]:
    """The full name of each short one that a list in the paper explains."""
    found: dict[str, str] = {}
    if any(party in text for party in _PARTIES):
        found = {f"Bên {party['party']}": party["name"] for party in _PARTY.finditer(text)}
        for aside in _PARTY_ASIDE.finditer(text):
            found.setdefault(f"Bên {aside['party']}", _last_body(aside["name"]))
    for opens in _OPENS.finditer(text) if _WORD in text else ():
        at = opens.end()
        while at < opens.end() + _LONGEST and (one := _ONE.match(text, at)) is not None:
            found.setdefault(one["short"], one["name"])
            at = one.end()
    return found


def _last_body(words: str) -> str:
    """The body that words end with: "Sở Tài chính và Sở Giáo dục và Đào tạo" names two."""
    links = [link.end() for link in _AND.finditer(words) if head_at(words, link.end(), len(words)) is not None]
    return words[links[-1] if links else 0 :]
