"""Sends a file to the extractor of its true type. Each extractor is imported only when it is needed."""

from __future__ import annotations

from pathlib import Path

from congdoan.documents.reading.detect import detect
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import MAX_CHARACTERS, MAX_LINES, TOO_LONG, TOO_MANY_LINES
from congdoan.documents.reading.extract.source import Progress, Source, SourceLine


def extract(path: Path, on_stage: Progress) -> Source:
    source = _extract(path, detect(path), on_stage)
    characters = sum(
        len(item.text) if isinstance(item, SourceLine) else sum(map(len, item.cells)) for item in source.items
    )
    if characters == 0:
        raise UnreadableFile("Không tìm thấy chữ trong tệp. Hãy kiểm tra lại tệp hoặc quét lại rõ hơn.")
    if characters > MAX_CHARACTERS:
        raise UnreadableFile(TOO_LONG)
    if len(source.items) > MAX_LINES:
        raise UnreadableFile(TOO_MANY_LINES)
    return source


def _extract(path: Path, kind: str, on_stage: Progress) -> Source:
    if kind == "pdf":
        from congdoan.documents.reading.extract.pdf import read_pdf

        return read_pdf(path, on_stage)
    if kind == "word":
        from congdoan.documents.reading.extract.word import read_word

        return read_word(path)
    if kind in ("doc", "old-doc", "rtf"):
        from congdoan.documents.reading.extract.office import converted
        from congdoan.documents.reading.extract.word import read_word

        with converted(path, kind) as made:
            return read_word(made)
    if kind == "odt":
        from congdoan.documents.reading.extract.odt import read_odt

        return read_odt(path)
    if kind == "html":
        from congdoan.documents.reading.extract.html import read_html

        return read_html(path)
    if kind == "sheet":
        from congdoan.documents.reading.extract.sheet import read_sheet

        return read_sheet(path)
    if kind == "image":
        from congdoan.documents.reading.extract.scan import read_image

        return read_image(path, on_stage)
    from congdoan.documents.reading.extract.plain import read_plain

    return read_plain(path)
