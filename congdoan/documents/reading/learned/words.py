"""The words of a passage, of which features are made."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_TOKEN = re.compile(r"[a-z]+|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)|\d{1,2}[/-]20\d\d(?!\d)|\d+|[^\w\s]")
_BETWEEN = re.compile("[/.-]")


def tokens(folded: str) -> list[str]:
    """Words, signs, and figures by their number of digits; "20/6/2023" is "#day", "6/2023" "#month", "2023" "#year"."""
    words: list[str] = []
    for piece in folded.split():
        if piece.isalpha() and piece.isascii():
            words.append(piece)
        else:
            words += [_figure(word) if word[0].isdigit() else word for word in _TOKEN.findall(piece)]
    return words


def _figure(figure: str) -> str:
    if figure.isdigit():
        return "#year" if len(figure) == 4 and figure.startswith("20") else f"#{len(figure)}"
    parts = _BETWEEN.split(figure)
    return "#month" if len(parts[-1]) == 4 and len(parts) == 2 else "#day"


def word_shape(word: str) -> str:
    """Whether a word has capitals: "a", "Aa", "AA"; "#" for a figure, a sign as it is."""
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else word
    if word[0].islower():
        return "a"
    return "AA" if len(word) > 1 and word.isupper() else "Aa"
