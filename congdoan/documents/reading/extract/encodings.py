"""Finds the encoding of a plain text by what it then says, never by the name of its file."""

from __future__ import annotations

import unicodedata

from congdoan.documents.reading.layout.clean import real_bullets
from congdoan.documents.reading.layout.legacy import from_tcvn3, from_vni
from congdoan.documents.reading.layout.syllables import marked_words

_UTF_16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 (both with or without a mark), Windows-1258, TCVN3 or VNI, line by line."""
    for mark, name in _UTF_16:
        if data.startswith(mark):
            return data[2:].decode(name, errors="replace")
    head = data[:4096]
    if head.count(0) > len(head) // 5:
        little = head[1::2].count(0) >= head[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _mixed(data)


def _mixed(data: bytes) -> str:
    """Lines that are no UTF-8 in the one encoding in which they say most; the others as they are."""
    lines = data.split(b"\n")
    read: list[str | None] = [_utf_8(line) for line in lines]
    old = [line for line, text in zip(lines, read, strict=True) if text is None]
    decoder = max((_windows, _tcvn3, _vni), key=lambda way: _plausible(way(b"\n".join(old))))
    texts = [decoder(line) if text is None else text for line, text in zip(lines, read, strict=True)]
    return "\n".join(texts).removeprefix("\ufeff")


def _utf_8(line: bytes) -> str | None:
    """The line in UTF-8, also where a few of its letters are damaged; None when it is not UTF-8."""
    text = line.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - damaged
    return text if damaged == 0 or damaged * 4 < whole else None


def _plausible(text: str) -> int:
    good, bad = marked_words(text)
    return good - bad


def _windows(line: bytes) -> str:
    return unicodedata.normalize("NFC", line.decode("cp1258", errors="replace"))


def _tcvn3(line: bytes) -> str:
    return from_tcvn3(real_bullets(_latin(line)))


def _vni(line: bytes) -> str:
    return from_vni(real_bullets(_latin(line)))


def _latin(line: bytes) -> str:
    """Letters of fonts with one byte a letter; quotes and dashes of Windows stand where Latin-1 has none."""
    return "".join(bytes([code]).decode("cp1252", "replace") if 0x80 <= code < 0xA0 else chr(code) for code in line)
