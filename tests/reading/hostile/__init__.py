"""Two hundred broken, hostile and huge files, each made when it is asked for, by name."""

from __future__ import annotations

from tests.reading.hostile import others, pdfs, pictures, sheets, texts, word
from tests.reading.hostile.making import Files

FILES: Files = {**texts.FILES, **word.FILES, **sheets.FILES, **pdfs.FILES, **pictures.FILES, **others.FILES}
