"""Whatever goes wrong, the page says in Vietnamese what happened and what to do."""

import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "507"])
def test_an_error_page_needs_neither_database_nor_request(name):
    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert "Về bàn làm việc" in html


def test_a_refusal_shows_its_own_words_and_the_number_of_the_request():
    html = render_to_string(
        "core/error.html", {"message": "Việc này của đơn vị khác.", "status": 403, "number": "3f2a9c1d"}
    )
    assert "Việc này của đơn vị khác." in html
    assert "3f2a9c1d" in html
    assert "Không có quyền" in html


def test_a_conflict_in_place_is_amber_and_read_out():
    html = render_to_string("core/_error.html", {"message": "Tuyết Nhung đã trình lúc 10:41.", "status": 409})
    assert "cd-message-soon" in html
    assert 'role="alert"' in html
