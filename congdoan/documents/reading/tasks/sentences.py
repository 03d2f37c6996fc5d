"""Cuts a passage into clauses at semicolons and full stops, outside quotation marks and brackets."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_MARK = re.compile(r"[“”\"()«»]|;\s*|\.\s+(?=[^\s\d])|(?<=\s)\.(?=[^\W\d_])|\.$")
""" "... trước 20/10 .Ban Tổ chức": also with the blank on the wrong side."""


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of each clause between `start` and `end`."""
    parts: list[tuple[int, int]] = []
    begin, depth, quoted = start, 0, False
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()[0]
        if sign in "“«":
            quoted = True
        elif sign in "”»":
            quoted = False
        elif sign == '"':
            quoted = not quoted
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif not quoted and not depth and not _abbreviated(text, mark.start()):
            parts.append((begin, mark.start()))
            begin = mark.end()
    parts.append((begin, end))
    return [(first, last) for first, last in parts if text[first:last].strip(" .;,")]


def _abbreviated(text: str, at: int) -> bool:
    """ "TP. Bến Tre", "Th.S": a full stop that ends no sentence."""
    return text[at] == "." and text[max(0, at - 3) : at].strip(" ,(") in (
        "TP",
        "TT",
        "Tp",
        "Th",
        "TS",
        "ThS",
        "GS",
        "tr",
        "TM",
        "KT",
    )
