"""What a formula gives, and whether the formulas of a form fit each other."""

from collections.abc import Mapping
from decimal import Decimal

from congdoan.reporting.formula.parse import Binary, FormulaProblem, Name, Node, Number, Sum, names_in

Values = Mapping[str, Decimal | None]


def value_of(node: Node, values: Values) -> Decimal:
    """Raises FormulaProblem when a figure is missing or something is divided by nothing."""
    match node:
        case Number():
            return node.value
        case Name():
            value = values.get(node.code)
            if value is None:
                raise FormulaProblem(f"Chưa có {node.code} nên chưa tính được.")
            return value
        case Sum():
            return sum((value_of(part, values) for part in node.parts), Decimal(0))
        case Binary():
            return _of_two(node, values)


def all_values(formulas: Mapping[str, Node], values: Values) -> tuple[dict[str, Decimal | None], dict[str, str]]:
    """The values with those of the formulas, whatever their order, and for each that cannot be said: why."""
    known, problems = dict(values), dict[str, str]()
    for code in in_order(formulas):
        try:
            known[code] = value_of(formulas[code], known).quantize(Decimal("0.01"))
        except FormulaProblem as problem:
            known[code], problems[code] = None, str(problem)
        except ArithmeticError:
            known[code], problems[code] = None, "Kết quả quá lớn. Xem lại công thức."
    return known, problems


def check_names(code: str, formula: Node, formulas: Mapping[str, Node], known: frozenset[str]) -> None:
    """Raises FormulaProblem for a name that no figure has, and when a figure would follow from itself."""
    if unknown := sorted(names_in(formula) - known):
        there = ", ".join(sorted(known - {code}, key=_by_number)) or "chưa có số liệu nào"
        raise FormulaProblem(f"Mẫu không có số liệu {', '.join(unknown)}. Các số liệu dùng được: {there}.")
    if code in names_in(formula):
        raise FormulaProblem(f"{code} không tính được từ chính nó.")
    if way := _way_back(code, {**formulas, code: formula}):
        raise FormulaProblem(f"Công thức đi vòng: {' → '.join(way)}. Bỏ một mắt trong vòng này.")


def in_order(formulas: Mapping[str, Node]) -> list[str]:
    """Each after those that it uses. Of formulas that go round in a circle the rest come last, in no order."""
    left, ordered = dict(formulas), list[str]()
    while ready := [code for code, node in left.items() if not names_in(node) & left.keys()]:
        ordered += ready
        for code in ready:
            del left[code]
    return [*ordered, *left]


def _of_two(node: Binary, values: Values) -> Decimal:
    left, right = value_of(node.left, values), value_of(node.right, values)
    match node.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    if not right:
        named = ", ".join(sorted(names_in(node.right), key=_by_number))
        raise FormulaProblem(f"{named or 'Số chia'} bằng 0 nên chưa tính được.")
    return left / right


def _way_back(code: str, formulas: Mapping[str, Node]) -> list[str]:
    """The way from `code` through formulas back to it; empty when there is none."""
    ways = [[code]]
    seen = set[str]()
    while ways:
        way = ways.pop()
        for name in sorted(names_in(formulas[way[-1]])):
            if name == code:
                return [*way, code]
            if name in formulas and name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _by_number(code: str) -> tuple[int, str]:
    digits = code[1:]
    return (int(digits) if digits.isdecimal() else 0, code)
