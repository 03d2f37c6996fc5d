from datetime import UTC, date, datetime

import pytest

from congdoan.core import clock

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 11, 29, 17, 5, tzinfo=UTC)


def test_a_moment_is_told_by_its_hour_and_day_in_vietnam() -> None:
    clock.reset()
    assert clock.in_words(LATE) == "00:05 ngày 30/11/2026"


def test_where_the_business_day_is_moved_a_moment_is_told_on_the_day_that_the_pages_show() -> None:
    clock.set_today(date(2023, 3, 15))
    assert clock.in_words(clock.now()).endswith(" ngày 15/03/2023")
