"""Opens PDF files, with one Vietnamese sentence for each way in which that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, MAX_PAGES


@contextmanager
def open_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableFile("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.") from error
        raise UnreadableFile(BROKEN) from error
    try:
        if len(document) == 0:
            raise UnreadableFile(BROKEN)
        if len(document) > MAX_PAGES:
            raise UnreadableFile(
                f"Tệp có {len(document)} trang, nhiều hơn {MAX_PAGES} trang. Hãy tách tệp rồi tải lên."
            )
        yield document
    except pdfium.PdfiumError as error:
        raise UnreadableFile(BROKEN) from error
    finally:
        document.close()
