"""An official paper as data: what is printed, without how."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Style(StrEnum):
    """Whose layout rules a paper follows."""

    STATE = "state"
    """Decree 30/2020/NĐ-CP, which the unions follow."""
    PARTY = "party"
    """Guidance 36-HD/VPTW of the Party Central Office."""


class Urgency(StrEnum):
    """Stamps of urgency; the value is what is printed."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    EXPRESS = "HỎA TỐC"


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered title. Level 0 is a centred part or chapter, 1 a Roman section, 2 and 3 what is under it."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph that begins with a sign of its own: "-", "+", "a)"."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on each page; `widths` are shares of the line, equal when empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.header)
        if width == 0 or any(len(row) != width for row in self.rows):
            raise ValueError("Each row of a table has as many cells as its header.")
        if self.widths and len(self.widths) != width:
            raise ValueError("A table has one width for each column, or none.")


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Annex:
    """Begins an annex on a page of its own; all that follows belongs to it, up to the next annex."""

    title: str
    landscape: bool = False


Block = Heading | Paragraph | Bullet | Table | PageBreak | Annex


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs.

    `authority` is "TM.", "KT.", "TL.", "TUQ.", "Q." or nothing, and stands before the first line of `office`:
    Signer("TM.", ("Ban Thường vụ", "Chủ tịch"), "Nguyễn Văn An").
    """

    authority: str
    office: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One official paper.

    `symbol` without its number ("/KH-LĐLĐ") leaves room for it, and so does a missing `day`, of which `year` is known.
    A letter (công văn) has no type: its subject stands as "V/v ..." under the symbol.
    """

    issuer: str
    symbol: str
    place: str
    year: int
    type: str
    subject: str
    signer: Signer
    day: date | None = None
    superior: str = ""
    is_letter: bool = False
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    urgency: Urgency | None = None
    is_draft: bool = False
    style: Style = Style.STATE
