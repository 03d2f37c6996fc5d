"""The rules by date that the code asks for: what each is called and what its value must be. Packages register them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from congdoan.core.registry import Registry


def is_number_of_days(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 3660


@dataclass(frozen=True, slots=True)
class KnownRule:
    """`fits` says whether a value may stand there; `expects` tells it to who typed another one."""

    label: str
    fits: Callable[[Any], bool] = is_number_of_days
    expects: str = "Ghi số ngày, là số nguyên lớn hơn 0, ví dụ 5."


known_rules: Registry[KnownRule] = Registry("rule")


def name_of(code: str) -> str:
    """What administrators call the rule; its code where no package has named it."""
    known = known_rules.get(code)
    return known.label if known else code
