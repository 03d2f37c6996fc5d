"""Days are typed as people write them; an impossible day is answered with what to type instead."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from congdoan.core.ui.dates import DateProblem, parse_date, written
from congdoan.core.ui.forms import VnDateField


@pytest.mark.parametrize(
    "text", ["30/04/2023", "30/4/2023", "30-04-2023", "30.4.2023", " 30 / 4 / 2023 ", "30042023", "2023-04-30"]
)
def test_a_day_is_read_however_it_is_written(text):
    assert parse_date(text) == date(2023, 4, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31/04/2023", "Tháng 4 chỉ có 30 ngày. Nhập lại, ví dụ 30/04/2023."),
        ("29/02/2023", "Tháng 2 năm 2023 chỉ có 28 ngày. Nhập lại, ví dụ 28/02/2023."),
        ("30/13/2023", "Một năm chỉ có 12 tháng. Nhập lại, ví dụ 30/04/2023."),
        ("00/04/2023", "Ngày bắt đầu từ 01. Nhập lại, ví dụ 01/04/2023."),
        ("30/04/23", "Ngày cần đủ ngày, tháng và năm 4 chữ số. Nhập lại, ví dụ 30/04/2023."),
        ("hôm qua", "Ngày cần đủ ngày, tháng và năm 4 chữ số. Nhập lại, ví dụ 30/04/2023."),
        ("01/01/1023", "Năm phải từ 1900 đến 2200. Nhập lại, ví dụ 30/04/2023."),
    ],
)
def test_an_impossible_day_says_what_to_type_instead(text, said):
    with pytest.raises(DateProblem, match=said.replace(".", r"\.")):
        parse_date(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_is_read_back_as_it_was_written(day):
    assert parse_date(written(day)) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_problem_in_words(text):
    try:
        assert isinstance(parse_date(text), date)
    except DateProblem as problem:
        assert "Nhập lại" in str(problem)


class DueForm(forms.Form):
    due = VnDateField(label="Hạn hoàn thành")


def test_a_wrong_day_stays_in_its_field_with_the_error_under_it():
    html = DueForm({"due": "31/04/2023"}).as_div()
    assert 'value="31/04/2023"' in html
    assert 'aria-invalid="true"' in html
    assert html.index('value="31/04/2023"') < html.index("Tháng 4 chỉ có 30 ngày")


def test_a_day_of_the_database_is_shown_day_first():
    html = DueForm(initial={"due": date(2023, 3, 5)}).as_div()
    assert 'value="05/03/2023"' in html


def test_an_empty_optional_day_is_none():
    assert VnDateField(required=False).clean("") is None


def test_the_filter_shows_a_dash_for_no_day():
    assert Template("{% load ui %}{{ day|date_vn }}").render(Context({"day": None})) == "–"
