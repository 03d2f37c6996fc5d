"""The rules by date that the code asks for: what each is called and what its value must be. Packages register them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from congdoan.core.registry import Registry

_LONGEST = 16


def is_number_of_days(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 3660


def plain_value(text: str) -> Any:
    """A number when it is one, else the text."""
    try:
        return int(text) if text.isascii() and len(text) < _LONGEST else text
    except ValueError:
        return text


@dataclass(frozen=True, slots=True)
class KnownRule:
    """`fits` says whether a value may stand there; `expects` tells it to who typed another one.

    `read` makes a value of what was typed and `words` says it again, where that is not a plain number or text.
    """

    label: str
    fits: Callable[[Any], bool] = is_number_of_days
    expects: str = "Ghi số ngày, là số nguyên lớn hơn 0, ví dụ 5."
    read: Callable[[str], Any] = plain_value
    words: Callable[[Any], str] = str


known_rules: Registry[KnownRule] = Registry("rule")


def words_of(code: str, value: Any) -> str:
    """The value as administrators read it."""
    known = known_rules.get(code)
    return known.words(value) if known else str(value)


def name_of(code: str) -> str:
    """What administrators call the rule; its code where no package has named it."""
    known = known_rules.get(code)
    return known.label if known else code
