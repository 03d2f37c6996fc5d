"""Builds Word files part by part, with what Word itself stores and python-docx cannot write."""

from __future__ import annotations

import zipfile
from pathlib import Path

from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.extract.word import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def level(at: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    shape = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{shape}</w:lvl>'


def abstract(name: int, *levels: str, link: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{link}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def starts(at: int, count: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{count}"/></w:lvlOverride>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def paragraph(*runs: str, properties: str = "") -> str:
    """`runs` are plain words or what `run` makes."""
    words = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def plain(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def numbered(text: str, at: int, list_id: int = 1) -> str:
    words = run(text) if text else ""
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>{words}</w:p>'


def styled(text: str, style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run(text)}</w:p>'


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def texts(*words: str) -> str:
    """One row of plain cells."""
    return row(*(cell(plain(word)) for word in words))


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def word(path: Path, *body: str, main: str = "word/document.xml", names: str = NAMES, **parts: str) -> Path:
    """A package with `body` and other parts by their names: numbering, styles, footnotes, header1, relations."""
    folder, _, last = main.rpartition("/")
    relation = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    written = {"_rels/.rels": _relations(relation), main: _part("document", names, f"<w:body>{''.join(body)}</w:body>")}
    for name, content in parts.items():
        if name == "relations":
            written[f"{folder}/_rels/{last}.rels"] = _relations(content)
        else:
            written[f"word/{name}.xml"] = _part("hdr" if name.startswith("header") else name, names, content)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            archive.writestr(name, content)
    return path


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{content}</Relationships>'


def _part(root: str, names: str, content: str) -> str:
    return f"<w:{root} {names}>{content}</w:{root}>"


def read(path: Path) -> list[str | tuple[str, ...]]:
    """What the extractor finds: the text of each line, the cells of each row."""
    return [item.text if isinstance(item, SourceLine) else item.cells for item in read_word(path).items]
