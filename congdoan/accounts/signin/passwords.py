"""Refuses passwords that are nothing but words which everybody here would try first, with some digits."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

from django.core.exceptions import ValidationError

from congdoan.accounts.models import User
from congdoan.core.registry import Registry
from congdoan.core.text import fold

context_words: Registry[Callable[[], Iterable[str]]] = Registry("words of this installation")
"""`words()` gives names that belong to this installation: of the organisation whose office it is, for one."""
_FILE: Final = Path(__file__).with_name("common_words.txt")
_AS_LETTERS: Final = str.maketrans("@4013$57", "aaoiesst")
_NUMBER: Final = re.compile(r"[\d\s./+()-]+")
_DIGITS_OF_A_PERSON: Final = 12
"""Of an identity card; days of birth and phone numbers have fewer."""
_LEAST: Final = 3
"""Shorter words are found in anything."""
_LETTERS_LEFT, _OTHERS_LEFT = 3, 8
"""A password is refused when it has at most so many letters beside such words, and at most so many digits and signs."""


class NoCommonWords:
    """`MatKhau@2024`, `congdoan123`, `BếnTre!!2025`: long enough, and guessed within a minute."""

    def validate(self, password: str, user: User | None = None) -> None:
        if _NUMBER.fullmatch(password) and sum(sign.isdigit() for sign in password) <= _DIGITS_OF_A_PERSON:
            raise ValidationError("Chỉ có chữ số, dễ đoán như ngày sinh, số điện thoại. Thêm vài từ.", code="number")
        words = common_words() | _words_here()
        plain = fold(password).replace(" ", "")
        others = sum(not letter.isalpha() for letter in plain)
        spellings = {_letters(plain), _letters(plain.translate(_AS_LETTERS))}
        if others <= _OTHERS_LEFT and any(_left_over(letters, words) <= _LETTERS_LEFT for letters in spellings):
            raise ValidationError(
                "Mật khẩu này chỉ gồm từ hay gặp và ít chữ số, dễ đoán. Thêm vài từ không liên quan.",
                code="common_words",
            )

    def get_help_text(self) -> str:
        return "Không chỉ gồm từ hay gặp, tên đơn vị và ít chữ số."


@cache
def common_words() -> frozenset[str]:
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _words_here() -> set[str]:
    names = {fold(name) for words in context_words for name in words()}
    parts = {_letters(part) for name in names for part in (name, *name.split())}
    return {part for part in parts if len(part) >= _LEAST}


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _left_over(letters: str, words: Iterable[str]) -> int:
    """The fewest letters that stay when words are cut out one after another."""
    by_length: dict[int, set[str]] = {}
    for word in words:
        by_length.setdefault(len(word), set()).add(word)
    left = [0]
    for end in range(1, len(letters) + 1):
        ends = (size for size, of_size in by_length.items() if letters[max(0, end - size) : end] in of_size)
        ends_here = (left[end - size] for size in ends)
        left.append(min([left[-1] + 1, *ends_here]))
    return left[-1]
