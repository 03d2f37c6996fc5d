"""A check of a form: two formulas and what must hold between them, "C2 + C3 = C1"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from congdoan.reporting.formula.evaluate import Values, value_of
from congdoan.reporting.formula.parse import FormulaProblem, Node, names_in, parse

_SIGN: Final = re.compile(r"<=|>=|≤|≥|=|<|>")
_SAME: Final = {"≤": "<=", "≥": ">="}
_NEAR: Final = Decimal("0.005")  # figures have two places


@dataclass(frozen=True, slots=True)
class Check:
    left: Node
    sign: str
    right: Node

    @property
    def names(self) -> frozenset[str]:
        return names_in(self.left) | names_in(self.right)

    def holds(self, values: Values) -> bool | None:
        """None when a figure is missing, or nothing can be said."""
        try:
            left, right = value_of(self.left, values), value_of(self.right, values)
        except (FormulaProblem, ArithmeticError):
            return None
        match self.sign:
            case "=":
                return abs(left - right) < _NEAR
            case "<=":
                return left <= right
            case ">=":
                return left >= right
            case "<":
                return left < right
        return left > right


def parse_check(text: str) -> Check:
    """Raises FormulaProblem with what is wrong."""
    signs = _SIGN.findall(text)
    if len(signs) != 1:
        raise FormulaProblem("Phép kiểm tra cần đúng một dấu so sánh: =, <=, >=, < hoặc >. Ví dụ: C2 + C3 = C1.")
    left, right = _SIGN.split(text)
    return Check(parse(left), _SAME.get(signs[0], signs[0]), parse(right))
