"""The set phrases of an official paper, which both writers print alike."""

import re
from dataclasses import dataclass
from datetime import date

from congdoan.core.printing.paper import Annex, Block, Heading, Paper, Signer, Style

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"

_SECOND_LINE = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|LAO ĐỘNG|VIỆT NAM)\b)")
_PARTY_AUTHORITY = {"TM.": "T/M", "KT.": "K/T", "TL.": "T/L"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Section:
    """The main text, or one annex, which has its own page direction and page numbers."""

    blocks: tuple[Block, ...]
    label: str = ""
    title: str = ""
    landscape: bool = False


def organ_lines(name: str, room: int = 27) -> list[str]:
    """An organ's name in capitals, cut into two lines of about equal length when longer than `room` letters."""
    name = " ".join(name.upper().split())
    if len(name) <= room:
        return [name]
    cuts = [match.start() for match in _SECOND_LINE.finditer(name)] or [m.start() for m in re.finditer(" ", name)]
    if not cuts:
        return [name]
    cut = min(cuts, key=lambda at: abs(at - len(name) / 2))
    return [name[:cut], name[cut + 1 :]]


def symbol_line(paper: Paper) -> str:
    """ "Số: 34/KH-LĐLĐ"; with room for the number when it is not given yet."""
    room = "\u00a0" * 7
    symbol = room + paper.symbol if paper.symbol.startswith(("/", "-")) else paper.symbol
    return f"Số {symbol}" if paper.style is Style.PARTY else f"Số: {symbol}"


def date_words(day: date | None, year: int) -> str:
    """ "ngày 05 tháng 02 năm 2022": two figures for days under 10 and for January and February (Decree 30/2020)."""
    if day is None:
        room = "\u00a0" * 5
        return f"ngày{room}tháng{room}năm {year}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def place_and_date(paper: Paper) -> str:
    return f"{paper.place}, {date_words(paper.day, paper.year)}"


def legal_bases(paper: Paper) -> list[str]:
    """Each base ends with a semicolon, the last with a full stop."""
    return _punctuated(paper.legal_bases)


def recipients(paper: Paper) -> list[str]:
    return [f"- {line}" for line in _punctuated(paper.recipients)]


def addressees(paper: Paper) -> list[str]:
    """One addressee as it is; several as a list with dashes."""
    if len(paper.addressees) < 2:
        return list(paper.addressees)
    return [f"- {line}" for line in _punctuated(paper.addressees)]


def _punctuated(lines: tuple[str, ...]) -> list[str]:
    bare = [line.strip().rstrip(";.,").removeprefix("-").strip() for line in lines]
    last = "" if bare and bare[-1].endswith(":") else "."  # "… với các nội dung sau:" leads on to the text
    return [line + (";" if at < len(bare) - 1 else last) for at, line in enumerate(bare)]


def office_lines(signer: Signer, style: Style) -> list[str]:
    """The signer's office in capitals, the authority before the first line; the Party writes T/M for TM."""
    lines = " ".join((signer.authority, *signer.office[:1])).strip(), *signer.office[1:]
    return [_party_authority(line.upper()) if style is Style.PARTY else line.upper() for line in lines]


def _party_authority(line: str) -> str:
    head, _, rest = line.partition(" ")
    return f"{_PARTY_AUTHORITY.get(head, head)} {rest}".strip()


def heading_line(heading: Heading) -> str:
    """ "II. NỘI DUNG"; a centred chapter has its number on a line of its own."""
    between = "\n" if heading.level == 0 else " "
    return f"{heading.number}{between}{heading.text}".strip()


def annex_reference(paper: Paper) -> str:
    """ "(Kèm theo Kế hoạch số 34/KH-LĐLĐ ngày 12 tháng 9 năm 2022 của Liên đoàn Lao động tỉnh Bến Tre)"."""
    kind = "Công văn" if paper.is_letter else paper.type.capitalize()
    number = symbol_line(paper).removeprefix("Số").lstrip(": ")
    return f"(Kèm theo {kind} số {number} {date_words(paper.day, paper.year)} của {paper.issuer})"


def sections(paper: Paper) -> list[Section]:
    """The body cut at its annexes; several annexes are numbered in Roman figures (Decree 30/2020, annex I)."""
    parts: list[tuple[Annex | None, list[Block]]] = [(None, [])]
    for block in paper.body:
        if isinstance(block, Annex):
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return [_section(annex, order, len(parts) - 1, blocks) for order, (annex, blocks) in enumerate(parts)]


def _section(annex: Annex | None, order: int, annexes: int, blocks: list[Block]) -> Section:
    if annex is None:
        return Section(tuple(blocks))
    label = f"Phụ lục {_roman(order)}" if annexes > 1 else "Phụ lục"
    return Section(tuple(blocks), label, annex.title, annex.landscape)


def _roman(number: int) -> str:
    figures = ""
    for value, letters in _ROMAN:
        figures += letters * (number // value)
        number %= value
    return figures
