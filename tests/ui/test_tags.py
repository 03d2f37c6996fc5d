"""What the kit's tags say."""

from datetime import date, timedelta

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from congdoan.core.ui import words
from congdoan.core.ui.drawing import TimeBar, TimeScale, percent_of, shares
from congdoan.core.ui.states import STATES, State, register_states

TODAY = date(2023, 3, 15)


def rendered(source, **context):
    return Template("{% load ui %}" + source).render(Context({"today": TODAY, **context}))


@pytest.mark.parametrize(
    ("days", "said", "tone"),
    [(-9, "Quá hạn 9 ngày", "late"), (0, "Hạn hôm nay", "soon"), (7, "Còn 7 ngày", "soon"), (8, "Còn 8 ngày", "")],
)
def test_a_due_day_is_amber_from_seven_days_before_and_red_after(days, said, tone):
    left = words.distance(TODAY + timedelta(days=days), TODAY)
    assert (left.words, left.tone) == (said, tone)


def test_a_due_day_is_shown_before_its_distance():
    html = rendered("{% due day today %}", day=date(2023, 3, 6))
    assert html.index("2023-03-06") < html.index("Quá hạn 9 ngày")
    assert "cd-due-left-late" in html


def test_a_state_has_a_glyph_and_words():
    html = rendered('{% state "doing" %}')
    assert "#doing" in html
    assert "Đang thực hiện" in html
    assert "cd-chip" not in html


def test_validity_is_a_filled_chip():
    assert "cd-chip cd-chip-late" in rendered('{% state "expired" %}')


def test_running_work_is_grey_until_its_day_is_near():
    assert "Đang thực hiện" in rendered("{% due_state day 'doing' today %}", day=TODAY + timedelta(days=30))
    assert "Còn 7 ngày" in rendered("{% due_state day 'doing' today %}", day=TODAY + timedelta(days=7))


def test_a_package_adds_states_but_never_changes_a_meaning():
    register_states({"doing": STATES["doing"]})
    with pytest.raises(ValueError, match="already"):
        register_states({"doing": State("Khác", "clock")})


def test_an_unknown_icon_is_refused():
    with pytest.raises(TemplateSyntaxError, match="no-such-icon"):
        rendered('{% icon "no-such-icon" %}')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ 1234567|number_vn }}", "1.234.567"),
        ("{{ 1234.5|number_vn:1 }}", "1.234,5"),
        ("{{ nothing|number_vn }}", "–"),
        ("{{ 90.31|percent_vn }}", "90,3%"),
        ("{{ 90|percent_vn }}", "90%"),
        ("{% share 18 24 %}", "75%"),
        ("{% share 1 0 %}", "–"),
        ("{{ 49152|filesize_vn }}", "48 KB"),
        ("{{ 1258291|filesize_vn }}", "1,2 MB"),
        ("{{ 52428800|filesize_vn }}", "50 MB"),
        ("{{ 'Nguyễn Thị Ngọc Hân'|initials }}", "NH"),
        ("{{ 'Đỗ'|initials }}", "Đ"),
    ],
)
def test_figures_are_written_the_vietnamese_way(source, said):
    assert rendered(source, nothing=None) == said


def test_progress_is_drawn_from_results_and_said_in_words():
    html = rendered("{% progress 18 24 %}")
    assert 'width="75%"' in html
    assert 'aria-label="18 trên 24"' in html


def test_a_matrix_cell_says_its_word_and_its_lead():
    assert "trễ 9" in rendered('{% cell "late" days=9 %}')
    html = rendered('{% cell "done" word="1/2" lead=True url="/x/" %}')
    assert 'href="/x/"' in html
    assert "1/2" in html
    assert "chủ trì" in html


def test_shares_fill_the_whole_bar():
    parts = shares([("done", "Hoàn thành", 1), ("doing", "Đang thực hiện", 3)])
    assert [(part.x, part.width) for part in parts] == [("0%", "25%"), ("25%", "75%")]


def test_a_length_never_leaves_its_bar():
    assert percent_of(30, 24) == "100%"
    assert percent_of(1, 0) == "0%"


def test_a_late_task_is_striped_from_its_due_day_to_today():
    scale = TimeScale.covering([date(2023, 1, 10), date(2023, 4, 20)], TODAY)
    assert (scale.start, scale.end) == (date(2023, 1, 1), date(2023, 4, 30))
    bar = TimeBar(scale, date(2023, 1, 10), date(2023, 3, 6), 0.5, tone="late")
    assert bar.over_x == scale.at(date(2023, 3, 6))
    assert bar.over == percent_of(9, 120)
    assert bar.note_x == scale.now


def test_a_timeline_is_drawn_with_today():
    scale = TimeScale.covering([date(2022, 11, 1), date(2023, 4, 20)], TODAY)
    html = rendered(
        "{% time_scale scale %}{% time_bar bar scale %}",
        scale=scale,
        bar=TimeBar(scale, date(2022, 11, 5), date(2023, 4, 20), 0.5),
    )
    assert "Hôm nay 15/03" in html
    now = f'x1="{scale.now}" x2="{scale.now}"'
    assert html.count(now) >= 2, "the day has its place without a transform, which a repeated head forgets on paper"
    assert "transform=" not in html.split("</defs>")[1].split("</svg>")[0]
    assert "05/11/2022 – 20/04/2023" in html


def test_a_bar_chart_reads_as_words_too():
    html = rendered('{% bars figures "Đoàn viên" %}', figures=[("2021", 8355), ("2022", 8914)])
    assert 'aria-label="Đoàn viên: 2021 8.355, 2022 8.914"' in html


def test_paging_says_what_is_shown_and_keeps_the_filter():
    page = Paginator(range(1052), 9).get_page(5)
    request = RequestFactory().get("/", {"loai": "KH", "page": "5"})
    context = Context({"page": page, "request": request})
    context.request = request
    html = Template("{% load ui %}{% paging page 'văn bản' %}").render(context)
    assert "37–45 trong 1.052 văn bản" in html
    assert "?loai=KH&amp;page=6" in html
    assert '<span aria-current="page">5</span>' in html
