"""Which organs the last letters of a symbol stand for."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold

_ORGANS = {
    "cp": r"chinh phu", "ttg": r"thu tuong(?: chinh phu)?", "tld": r"(?:doan chu tich |ban chap hanh )?tong lien doan",
    "tw": r"(?:ban chap hanh |bch |hoi nghi.*)?(?:trung uong|tw|dang)|bo chinh tri|ban bi thu",
    "tu": r"(?:ban thuong vu |ban chap hanh |thuong truc |btv |bch )?(?:tinh|thanh) u[yi]|(?:ban chap hanh )?dang bo",
    "ubnd": r"(?:chu tich )?(?:uy ban nhan dan|ubnd)", "hdnd": r"(?:hoi dong nhan dan|hdnd)",
    "ldld": r"(?:ban thuong vu |ban chap hanh |btv |bch )?(?:lien doan lao dong|ldld)",
    "btc": r"(?:bo truong )?bo tai chinh|ban to chuc", "bnv": r"(?:bo truong )?bo noi vu",
}  # fmt: skip
_ONLY = frozenset({"cp", "ttg", "tld"})
"""Letters that no other organ uses."""
_LAST_LETTERS = re.compile(r"[a-z]+$")


def is_organ_of_symbol(symbol: str, organ: str) -> bool:
    """Whether `organ` (folded) begins with a name that the end of the symbol stands for."""
    letters = _LAST_LETTERS.search(fold(symbol))
    named = _ORGANS.get(letters[0]) if letters else None
    return named is not None and re.match(named, organ) is not None


def is_of_one_organ(symbol: str) -> bool:
    """Whether only one organ's papers have such a symbol: "QĐ-TTg"."""
    letters = _LAST_LETTERS.search(fold(symbol))
    return letters is not None and letters[0] in _ONLY


def is_organ_of_another_symbol(symbol: str, issuer: str) -> bool:
    """Whether a symbol that only one organ uses is said to be of another one."""
    letters = _LAST_LETTERS.search(fold(symbol))
    if letters is None or letters[0] not in _ONLY:
        return False
    return re.search(_ORGANS[letters[0]], fold(issuer)) is None


def is_word(letters: list[str]) -> bool:
    """Whether letters after a number and a stroke are a word of the text: "5/ Bộ phận Tài chính", a point."""
    return any(letter.islower() and letter != "đ" and not letter.isascii() for letter in letters)
