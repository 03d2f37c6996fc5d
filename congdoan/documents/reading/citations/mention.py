"""One mention of another paper while it is being read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Mention:
    """`core_end`: where day and issuer end and the subject, which may name other papers, begins.

    `back`: it refers to a paper named before ("nêu trên"); `bare`: only a number, without the letters of a symbol.
    `loose`: such a number that counts only if a paper named before has it.
    `shares`: its kind was named before, for it and others ("các Công văn số 1/..., số 2/...").
    `owner_first`: its issuer stands before its number.
    """

    start: int
    end: int
    type: str | None
    symbol: str | None
    date: date | None = None
    issuer: str | None = None
    subject: str | None = None
    core_end: int = 0
    back: bool = False
    bare: bool = False
    loose: bool = False
    shares: bool = False
    owner_first: bool = False
