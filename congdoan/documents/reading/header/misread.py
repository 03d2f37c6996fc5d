"""Figures in which text recognition took a letter for a digit."""

from __future__ import annotations

_TO_DIGITS = str.maketrans("oOiIlL", "001111")


def as_digits(printed: str) -> str:
    return printed.translate(_TO_DIGITS)
