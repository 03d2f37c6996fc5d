"""Papers of `cases/` in other forms than they are stored in: cut by a margin, torn, printed, in columns, in Word."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx

from tests.reading import pdf_papers
from tests.reading.old_letters import tcvn3, vni

CASES = Path(__file__).parent.parent.parent / "cases"
_EVERY = 9
_LONG = 200
_LINES_A_PAGE = 46
_TITLE = re.compile(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|KẾT LUẬN|HƯỚNG DẪN|ĐỀ ÁN)\b")


@cache
def papers() -> tuple[str, ...]:
    """Every so many of the papers that are stored with a paragraph a line and without a table."""
    whole = [
        text
        for path in sorted(CASES.glob("*.txt"))
        if (text := _unicode(path)) and max(map(len, text.split("\n"))) > _LONG and not re.search(r" \| |\t|^\|", text)
    ]
    return tuple(whole[::_EVERY])


def _unicode(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def cut_by_margin(folder: Path, text: str) -> Path:
    """Copied from a PDF: a full line after the other, the numbers of pages between them."""
    lines = [part for line in _lines(text) for part in textwrap.wrap(line, 72, break_on_hyphens=False)]
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)]
    joined = "\n".join("\n".join([*page, str(number)]) for number, page in enumerate(pages, start=2))
    return _save(folder / "paper.txt", joined.encode())


def torn(folder: Path, text: str) -> Path:
    """Copied from a law site: long paragraphs broken somewhere in the middle of a phrase, every third of them."""
    chance = random.Random(len(text))
    lines = []
    for line in _lines(text):
        words = line.split()
        if len(words) > 14 and chance.random() < 1 / 3:
            at = chance.randrange(4, len(words) - 2)
            lines += [" ".join(words[:at]), " ".join(words[at:])]
        else:
            lines.append(" ".join(words))
    return _save(folder / "paper.txt", "\n".join(lines).encode())


def in_word(folder: Path, text: str) -> Path:
    document = docx.Document()
    for line in _lines(text):
        document.add_paragraph(line)
    document.save(str(folder / "paper.docx"))
    return folder / "paper.docx"


def printed(folder: Path, text: str) -> Path:
    """First lines of paragraphs indented, a little room between paragraphs."""
    return _pdf(folder, _typst(text), "spacing: 1.2em, first-line-indent: (amount: 1cm, all: true)")


def printed_flush(folder: Path, text: str) -> Path:
    """Nothing but the room between them parts paragraphs."""
    return _pdf(folder, _typst(text), "spacing: 1.2em")


def printed_with_lists(folder: Path, text: str) -> Path:
    """Numbers and dashes hang at the left of their paragraphs, as a word processor sets its lists."""
    return _pdf(folder, _typst(text, lists=True), "spacing: 1.2em, first-line-indent: (amount: 1cm, all: true)")


def in_two_columns(folder: Path, text: str) -> Path:
    head, body = _parted(_typst(text, lists=True))
    return _pdf(folder, [*head, "#columns(2)[", *body, "]"], "spacing: 1.2em")


def in_tcvn3(folder: Path, text: str) -> Path:
    """Capitals with marks become small letters, as in that code: so only the rest is the same."""
    return _save(folder / "paper.txt", tcvn3(text).encode("latin-1", "replace"))


def in_vni(folder: Path, text: str) -> Path:
    return _save(folder / "paper.txt", vni(text).encode("cp1252", "replace"))


FORMS: dict[Callable[[Path, str], Path], float] = {
    cut_by_margin: 0.955,
    torn: 0.965,
    in_word: 0.99,
    printed: 0.98,
    printed_flush: 0.985,
    printed_with_lists: 0.985,
    in_two_columns: 0.975,
    in_tcvn3: 0.885,
    in_vni: 0.96,
}
"""Each form, and the part of the tasks that must be read as in the paper as it is stored."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _save(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _typst(text: str, *, lists: bool = False) -> list[str]:
    """Paragraphs as Typst source; without `lists` numbers and dashes are letters like any other."""
    made = []
    for line in _lines(text):
        words = re.sub(r"([\\#*_`$<>@=\[\]~/\"'])", r"\\\1", line)
        if not lists:
            words = re.sub(r"^(\d+)\.", r"\1\\.", re.sub(r"^([-+])", r"\\\1", words))
        head = line.isupper() and len(line) < 120
        made.append(f"#align(center)[*{words}*]" if head else words)
    return made


def _parted(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """What goes over both columns, to the subject, and what is set in them."""
    title = next((at for at, one in enumerate(paragraphs) if _TITLE.match(one.removeprefix("#align(center)[*"))), 0)
    return paragraphs[: title + 2], paragraphs[title + 2 :]


def _pdf(folder: Path, paragraphs: list[str], par: str, *, text: str = "") -> Path:
    source = f"#set par({par})\n" + "\n\n".join(paragraphs)
    return pdf_papers.save(folder / "paper.pdf", source, text=f"{text}, hyphenate: false")
