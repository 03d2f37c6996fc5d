"""One row by its key is asked for in one way, which asks for no order."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import congdoan
from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from tests.world import Federation

HOME = Path(congdoan.__file__).parent


@pytest.mark.django_db
def test_a_row_is_found_by_its_key_without_an_order_and_only_among_the_rows_that_are_given(
    federation: Federation,
) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert find(Unit.objects, federation.ba_tri.pk) == federation.ba_tri
    assert ["ORDER BY" in query["sql"] for query in asked] == [False]
    assert find(Unit.objects.filter(kind="province"), federation.ba_tri.pk) is None
    assert find(Unit.objects, None) is None


def test_nowhere_is_the_first_of_one_row_asked_for() -> None:
    elsewhere = [f"{path.relative_to(HOME)}:{line}" for path in HOME.rglob("*.py") for line in _firsts_by_key(path)]
    assert elsewhere == []


def _firsts_by_key(path: Path) -> Iterator[int]:
    """Lines with `filter(pk=...)`, then, after whatever else, `first()`."""
    for call in ast.walk(ast.parse(path.read_text())):
        if not _is_call_of(call, "first"):
            continue
        within = call.func.value  # type: ignore[attr-defined]
        while isinstance(within, ast.Call) and isinstance(within.func, ast.Attribute):
            if _is_call_of(within, "filter") and any(word.arg == "pk" for word in within.keywords):
                yield within.lineno
            within = within.func.value


def _is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
