from datetime import date

import pytest

from congdoan.core.periods import period_of
from congdoan.plans.recurring.due import due_of


@pytest.mark.parametrize(
    ("recurrence", "day", "name", "first", "last"),
    [
        ("monthly", date(2024, 2, 10), "Tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("quarterly", date(2023, 3, 31), "Quý I/2023", date(2023, 1, 1), date(2023, 3, 31)),
        ("quarterly", date(2023, 10, 1), "Quý IV/2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("half_yearly", date(2023, 6, 30), "6 tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("half_yearly", date(2023, 7, 1), "6 tháng cuối năm 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("yearly", date(2023, 5, 5), "Năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_day_lies_in_one_period_with_the_name_that_papers_give_it(recurrence, day, name, first, last):
    period = period_of(recurrence, day)
    assert (period.name, period.starts_on, period.ends_on) == (name, first, last)
    assert period.following.starts_on > period.ends_on


@pytest.mark.parametrize(
    ("recurrence", "words", "due"),
    [
        ("yearly", "trước ngày 15/12 hằng năm", date(2023, 12, 15)),
        ("yearly", "trước 15 tháng 12 hằng năm", date(2023, 12, 15)),
        ("yearly", "hằng năm", date(2023, 12, 31)),
        ("yearly", "trước ngày 10/01 năm sau", date(2024, 1, 10)),
        ("monthly", "trước ngày 20 hằng tháng", date(2023, 3, 20)),
        ("monthly", "ngày 05 tháng sau", date(2023, 4, 5)),
        ("monthly", "ngày 31 hằng tháng", date(2023, 3, 31)),
        ("quarterly", "ngày 15 tháng cuối quý", date(2023, 3, 15)),
        ("quarterly", "ngày 10 của tháng đầu quý", date(2023, 1, 10)),
        ("quarterly", "trước ngày 05 của tháng đầu quý sau", date(2023, 4, 5)),
        ("quarterly", "hằng quý", date(2023, 3, 31)),
        ("half_yearly", "trước ngày 15/6 và 15/12 hằng năm", date(2023, 6, 15)),
        ("half_yearly", "6 tháng một lần", date(2023, 6, 30)),
    ],
)
def test_the_words_of_the_paper_say_by_which_day_of_a_period_its_work_is_due(recurrence, words, due):
    assert due_of(period_of(recurrence, date(2023, 3, 15)), words) == due


def test_each_half_of_a_year_has_the_day_that_is_named_for_it():
    second = period_of("half_yearly", date(2023, 9, 1))
    assert due_of(second, "trước ngày 15/6 và 15/12 hằng năm") == date(2023, 12, 15)


def test_a_day_that_a_month_does_not_have_is_its_last_one():
    assert due_of(period_of("monthly", date(2023, 2, 1)), "ngày 31 hằng tháng") == date(2023, 2, 28)
