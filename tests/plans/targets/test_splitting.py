"""Levels split so that the parts make exactly the whole."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congdoan.plans.splitting import CENT, ONE, equally, in_proportion


def test_ten_among_three_differ_by_one_at_most() -> None:
    assert equally(Decimal(10), 3, step=ONE) == [4, 3, 3]


def test_parts_are_as_the_weights_are() -> None:
    assert in_proportion(Decimal(100), [Decimal(3), Decimal(1)], step=ONE) == [75, 25]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**11), st.lists(st.integers(0, 10**8), min_size=1, max_size=20))
def test_the_parts_always_make_the_whole(cents: int, weighed: list[int]) -> None:
    whole, weights = Decimal(cents) / 100, [Decimal(one) / 100 for one in weighed]
    if not sum(weights):
        with pytest.raises(ValueError, match="above zero"):
            in_proportion(whole, weights)
        return
    for step in (ONE, CENT):
        parts = in_proportion(whole, weights, step=step)
        assert sum(parts) == whole and min(parts) >= 0
