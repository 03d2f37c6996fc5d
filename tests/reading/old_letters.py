"""Writes Vietnamese as it was stored before Unicode, letter by letter after the published tables."""

from __future__ import annotations

import unicodedata

_TCVN3 = dict(
    zip(
        "ăâêôơưđĂÂÊÔƠƯĐàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¨©ª«¬\u00ad®¡¢£¤¥¦§µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
_VNI_ALONE = dict(zip("đơưíìỉĩịỵ", "ñôöíìæóòî", strict=True))
_VNI_MARK = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã",
    "\u0323\u0302": "ä", "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip


def tcvn3(text: str) -> str:
    """As a font such as .VnTime needs it: a capital with a tone is the small letter, in a font of capitals."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def vni(text: str) -> str:
    """As a font such as VNI-Times needs it: the mark follows its vowel."""
    return "".join(map(_vni, text))


def _vni(letter: str) -> str:
    small = letter.lower()
    alone = _VNI_ALONE.get(small)
    if alone is None:
        apart = unicodedata.normalize("NFD", small)
        if "\u031b" in apart:
            base, marks = ("ô" if apart[0] == "o" else "ö"), apart[1:].replace("\u031b", "")
        else:
            base, marks = apart[0], apart[1:]
        alone = base + _VNI_MARK.get(marks, marks)
    return alone.upper() if letter.isupper() else alone
