"""Text stored in the encodings before Unicode: TCVN3 (ABC, fonts .VnTime), VNI (fonts VNI-Times), misread UTF-8.

Each is a string of Latin-1 letters that only looks Vietnamese in its own fonts: "KÕ ho¹ch", "Keá hoaïch", "Káº¿".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.syllables import marked_words

_TCVN3_BYTES = (*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD), *range(0xCE, 0xD0))
_TCVN3_BYTES += (*range(0xD0, 0xD9), *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF))
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = dict(zip(_TCVN3_BYTES, _TCVN3_LETTERS, strict=True))
_DOUBLED = re.compile(
    r"([AEIOUYĂÂÊÔƠƯ])([àảãáạèẻẽéẹìỉĩíịòỏõóọùủũúụỳỷỹýỵằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứự])(?!(?<=Oó)c Om(?!\w))"
)
"""Not in "Oóc Om Bóc", the feast of the Khmer, whose first syllable has two vowels."""

_VNI_SINGLE = str.maketrans("ñÑæÆóÓòÒîÎôÔöÖ", "đĐỉỈĩĨịỊỵỴơƠưƯ")
_VNI_MARKS: dict[str, str] = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "ê": "\u0306",
    "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
"""What stands after a, e, o, u, y; after a the hats and breves too."""
_VNI_PAIR = re.compile(
    r"[aA][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[eEoO][ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ]|[uUyYôÔöÖ][ùøûõïÙØÛÕÏ]"
)
_VNI = re.compile(f"{_VNI_PAIR.pattern}|[ñÑæÆóÓòÒîÎôÔöÖ]")
_SUSPECT = re.compile("[¡-¦¨-ª¬-\u00ad\u00ae-¶¸-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
"""Letters and signs that Vietnamese papers in Unicode hardly use; a soft hyphen is the ư of TCVN3."""
BEYOND_LATIN_1 = re.compile("[\u0102-\u024f\u0300-\u036f\u1e00-\u1eff]")
_PLAIN_LETTERS = re.compile("[A-Za-zĂÂÊÔƠƯĐ]")
_CHUNKS = re.compile(r"\s+|\S+")
_WORDS = re.compile(r"\w+|\W+")
_TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứự"
_SENTENCE = re.compile(rf"(?:[.!?]|^(?:[-+•*]|\d[\d.]*[.)]|[a-zđ]\)))\s+[{_TONED}]|ủ(?=[yỷ] ban )|u(?=ỷ ban )")
"""Where a capital with a tone began a sentence; the word "Ủy ban" is a name in official papers."""

_GIVEN_NAME = re.compile(
    r"(?P<before>(?:đ/c|[Đđ]ồng chí|[ÔôBb](?:ng|à))\s(?:[A-ZĂÂÊÔƠƯĐ]\w*\s){2,4})"
    r"(?P<last>ánh|ái|ấn|ẩn|ý|ổn|út|ứng|ảnh|ạnh)(?!\w)"
)
""" "đ/c Danh Thị Ngọc ánh": a person's last name."""

Decoder = Callable[[str], str]


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Unicode for TCVN3. `capitals`: the font shows small letters as capitals (.VnTimeH)."""
    decoded = text.translate(_TCVN3)
    if capitals:
        return decoded.upper()
    decoded = _DOUBLED.sub(_one_capital, decoded)
    return "\n".join(map(_raise_words, decoded.split("\n")))


def _one_capital(match: re.Match[str]) -> str:
    """A capital with its mark, which some programs store as the capital and the small letter with the mark."""
    shape = unicodedata.normalize("NFD", match[1])
    mark = unicodedata.normalize("NFD", match[2])
    if shape[0].lower() != mark[0]:
        return match[0]
    return match[2].upper()


def _raise_words(text: str) -> str:
    """TCVN3 has no capitals with a tone: in a word (or line) of capitals they are stored as the small ones."""
    pieces = list(_pieces(text))
    words = [at for at, piece in enumerate(pieces) if not piece.isspace() and (piece[0].isalnum() or _is_symbol(piece))]
    letters = "".join(_plain(pieces[at]) for at in words)
    if len(letters) > 1 and letters.isupper():
        return text.upper()
    high = [_is_high(pieces[at]) for at in words]
    for nth, at in enumerate(words):
        before = nth > 0 and high[nth - 1]
        after = nth + 1 < len(high) and high[nth + 1]
        started = any(map(str.isupper, pieces[at]))
        if high[nth] or (high[nth] is None and (before or after if started else before and after)):
            pieces[at] = pieces[at].upper()
    raised = _SENTENCE.sub(lambda first: first[0][:-1] + first[0][-1].upper(), "".join(pieces))
    return _GIVEN_NAME.sub(lambda name: name["before"] + name["last"].capitalize(), raised)


def _pieces(text: str) -> Iterator[str]:
    """Words, what stands between them, and symbols such as 12/KH-UBND whole."""
    for chunk in _CHUNKS.findall(text):
        if _is_symbol(chunk):
            yield chunk
        else:
            yield from _WORDS.findall(chunk)


def _is_symbol(word: str) -> bool:
    return "/" in word or any(map(str.isdigit, word))


def _plain(word: str) -> str:
    """The letters of a word that have no tone; none of a symbol."""
    return "" if _is_symbol(word) else "".join(_PLAIN_LETTERS.findall(word))


def _is_high(word: str) -> bool | None:
    """Whether a word is in capitals; None when its letters without a tone are too few to tell."""
    plain = _plain(word)
    if plain and not plain.isupper():
        return False
    return True if len(plain) > 1 else None


def from_vni(text: str) -> str:
    """Unicode for VNI, in which a mark is a letter of its own after the vowel."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    letters = match[0]
    return (
        letters[0].translate(_VNI_SINGLE) + _VNI_MARKS[letters[1].lower()]
        if len(letters) == 2
        else letters.translate(_VNI_SINGLE)
    )


def from_misread_utf8(text: str) -> str:
    """Unicode for UTF-8 that was opened as Windows-1252 and saved again."""
    return re.sub("[\u0080-\uffff]+", _again, text)


def _again(match: re.Match[str]) -> str:
    try:
        data = b"".join(
            letter.encode("latin-1") if ord(letter) < 0x100 else letter.encode("cp1252") for letter in match[0]
        )
        return data.decode("utf-8")
    except UnicodeError:
        return match[0]


DECODERS: tuple[Decoder, ...] = (from_tcvn3, from_vni, from_misread_utf8)


def repair(text: str) -> str:
    """`text` with the lines that are stored in an encoding before Unicode made readable; others stay as they are."""
    if _SUSPECT.search(text) is None:
        return text
    return "\n".join(repair_lines(text.split("\n")))


def repair_lines(lines: list[str]) -> list[str]:
    """The same for lines or cells of one paper: a line that says too little goes by the others."""
    if not any(map(_SUSPECT.search, lines)):
        return lines
    old = [line for line in lines if not line.isascii() and not BEYOND_LATIN_1.search(line)]
    home = _best("\n".join(old), least=3)
    used = {home, *(_best(line, least=3) for line in old if _SUSPECT.search(line))}
    ways = sorted((way for way in DECODERS if way in used), key=lambda way: way is not home)
    if not ways:
        return [line if line.isascii() else _repaired(line) for line in lines]
    return [line if line.isascii() or BEYOND_LATIN_1.search(line) else _most_likely(line, ways) for line in lines]


def _repaired(line: str) -> str:
    decoder = _best(line, least=2) if _SUSPECT.search(line) else None
    return decoder(line) if decoder else line


def _most_likely(line: str, ways: list[Decoder]) -> str:
    """`line` as it is or in one of the encodings that the paper uses; the first of equals, old before new.

    The first is that of the paper as a whole: one word more is not enough for another ("- Lưu CĐ", "- Lửu Cẹ").
    """
    readings = [*(way(line) for way in ways), line]
    worth = [sense(reading, as_is=reading is line) for reading in readings]
    worth[0] = (worth[0][0] + (len(ways) > 1), worth[0][1])
    return readings[worth.index(max(worth))]


def sense(text: str, *, as_is: bool) -> tuple[int, int]:
    good, bad = _words_as_is(text) if as_is else marked_words(text)
    return good, -bad


def _best(text: str, *, least: int) -> Decoder | None:
    """The decoder that makes clearly more syllables of `text` than there are, at least `least`; else None."""
    good, bad = _words_as_is(text)
    chosen, found = None, max(good, least - 1)
    for decoder in DECODERS:
        made, left = marked_words(decoder(text))
        if made > found and left * 4 <= made and left < bad:
            chosen, found = decoder, made
    return chosen


def _words_as_is(text: str) -> tuple[int, int]:
    """Words of a text that is Unicode already: a soft hyphen in it only marks where a word may break."""
    return marked_words(text.replace("\u00ad", ""))
