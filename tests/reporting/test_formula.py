"""Formulas of forms: what they give, and what is said of those that cannot be read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.reporting.formula.checks import parse_check
from congdoan.reporting.formula.evaluate import all_values, check_names, value_of
from congdoan.reporting.formula.parse import FormulaProblem, parse

VALUES = {"C1": Decimal(20), "C2": Decimal(15), "C3": Decimal(0), "C4": None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("C2 / C1 * 100", 75),
        ("c1 - (C2 + 1)", 4),
        ("tổng(C1, C2; C3)", 35),
        ("-C1 + 2 × 3", -14),
        ("1,5 * 2", 3),
        ("C1 : 4", 5),
    ],
)
def test_a_formula_gives_what_arithmetic_says(text: str, value: int) -> None:
    assert value_of(parse(text), VALUES) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "còn trống"),
        ("C1 +", "chưa hết"),
        ("C1 C2", "Không hiểu “C2”"),
        ("(C1 + C2", "Thiếu dấu đóng ngoặc"),
        ("C1 / 0", "chia cho 0"),
        ("C1 ^ 2", "Không hiểu “^”"),
        ("__import__('os')", "Không hiểu"),
        ("(" * 200 + "1" + ")" * 200, "quá nhiều dấu ngoặc"),
        ("-" * 300 + "1", "quá nhiều dấu ngoặc"),
        ("1+" * 400, "dài quá"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(text: str, said: str) -> None:
    with pytest.raises(FormulaProblem, match=said.replace("^", r"\^")):
        parse(text)


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("C9", "C1 + C7", "không có số liệu C7"),
        ("C5", "C5 + 1", "không tính được từ chính nó"),
        ("C5", "C6 * 2", "C5 → C6 → C5"),
    ],
)
def test_unknown_names_and_circles_are_said_when_a_form_is_made(code: str, text: str, said: str) -> None:
    formulas = {"C5": parse("C1 + 1"), "C6": parse("C5 + C1")}
    with pytest.raises(FormulaProblem, match=said):
        check_names(code, parse(text), formulas, frozenset({"C1", "C2", "C5", "C6"}))


def test_formulas_over_formulas_are_worked_out_in_their_order_and_say_why_not() -> None:
    formulas = {"C9": parse("C8 * 2"), "C8": parse("C1 + C2"), "C7": parse("C1 / C3"), "C6": parse("C4 + 1")}
    values, problems = all_values(formulas, VALUES)
    assert (values["C8"], values["C9"]) == (35, 70)
    assert problems == {"C7": "C3 bằng 0 nên chưa tính được.", "C6": "Chưa có C4 nên chưa tính được."}


def test_a_check_says_whether_a_total_is_possible() -> None:
    assert parse_check("C2 + 5 = C1").holds(VALUES) is True
    assert parse_check("C1 ≤ C2").holds(VALUES) is False
    assert parse_check("C1 = C4").holds(VALUES) is None
    with pytest.raises(FormulaProblem, match="đúng một dấu so sánh"):
        parse_check("C1 = C2 = C3")


@given(st.text(alphabet="C1234+-*/()., tổng=<>×", max_size=60))
def test_whatever_is_typed_is_read_or_said_to_be_wrong(text: str) -> None:
    try:
        value_of(parse(text), VALUES)
    except (FormulaProblem, ArithmeticError) as problem:
        assert str(problem)
