"""Levels split so that the parts make exactly the whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.plans.splitting import CENT, ONE, equally, in_proportion


def test_ten_among_three_differ_by_one_at_most() -> None:
    assert equally(Decimal(10), 3, step=ONE) == [4, 3, 3]


def test_parts_are_as_the_weights_are() -> None:
    assert in_proportion(Decimal(100), [Decimal(3), Decimal(1)], step=ONE) == [75, 25]


@given(st.decimals(0, 10**9, places=2), st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=30))
def test_the_parts_always_make_the_whole(whole: Decimal, weights: list[Decimal]) -> None:
    if not sum(weights):
        with pytest.raises(ValueError, match="above zero"):
            in_proportion(whole, weights)
        return
    for step in (ONE, CENT):
        parts = in_proportion(whole, weights, step=step)
        assert sum(parts) == whole and min(parts) >= 0
