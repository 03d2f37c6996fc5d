"""Makes any text printable: a pasted symbol that the paper's font lacks must not stop a paper from being printed."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

_PASTED = {
    0xF0B7: "•",  # bullets of Word's Symbol and Wingdings fonts
    0xF0A7: "▪",
    0xF0D8: "►",
    0xF0FC: "√",
    0xF02D: "-",
    0x2010: "-",
    0x2011: "-",
    0x200B: None,  # what only guides line breaks
    0x00AD: None,
    0xFEFF: None,
    0x0009: " ",
    0x000D: "\n",
    0x000B: "\n",  # Word's line break within a paragraph
    0x000C: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
_MISSING = "□"


def normal(text: str) -> str:
    """`text` composed (NFC), with Word's own symbols as plain ones, and without control characters."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_PASTED)
    return "".join(character for character in text if character == "\n" or _is_text(character))


def _is_text(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"}


def printable(text: str) -> str:
    """`normal` text with "□" for each character that the font cannot show."""
    if unicodedata.is_normalized("NFC", text) and _shown().issuperset(text):
        return text
    text = normal(text)
    return text.translate({ord(character): _MISSING for character in set(text) - _shown()})


@cache
def _shown() -> frozenset[str]:
    """The characters that every cut of the font can show, and the line end, less those that are replaced."""
    sets = [_characters(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*sets) - set(map(chr, _PASTED)) | {"\n"}


def _characters(font: bytes) -> frozenset[str]:
    """Code points in the Unicode table (cmap format 4) of an OpenType font."""
    at = _unicode_table(font)
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    return frozenset(
        chr(code)
        for start, end in zip(starts, ends, strict=True)
        for code in range(max(start, 0x20), end + 1)
        if code < 0xFFFF
    )


def _unicode_table(font: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[12 + 16 * n : 16 + 16 * n]: struct.unpack_from(">L", font, 20 + 16 * n)[0] for n in range(count)}
    cmap: int = tables[b"cmap"]
    (encodings,) = struct.unpack_from(">H", font, cmap + 2)
    for n in range(encodings):
        platform, encoding, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * n)
        if (platform, encoding) == (3, 1):
            return cmap + int(offset)
    raise ValueError("The font has no Unicode table.")
