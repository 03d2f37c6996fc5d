"""Numbers as lists show them: 3, III, c, "ba"."""

from __future__ import annotations

_ROMAN = list(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)
_UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def written(count: int, style: str) -> str:
    """`count` in a Word number format."""
    if style == "upperRoman":
        return roman(count)
    if style == "lowerRoman":
        return roman(count).lower()
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style == "decimalZero":
        return f"{count:02}"
    if style in ("vietnameseCounting", "cardinalText", "ordinalText"):
        return in_words(count)
    return str(count)


def roman(count: int) -> str:
    digits = []
    for amount, letters in _ROMAN:
        times, count = divmod(max(count, 0), amount)
        digits.append(letters * times)
    return "".join(digits)


def in_words(count: int) -> str:
    """1 to 99 in Vietnamese; greater numbers in digits."""
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    if tens == 0:
        return _UNITS[ones]
    head = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, _UNITS[ones])
    return f"{head} {last}".strip()
