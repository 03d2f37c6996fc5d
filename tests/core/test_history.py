import pytest

from congdoan.core.audit.history import origin_words


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("/don-vi/7/lien-he/", "/don-vi/7/lien-he/"),
        ("command:import_organisation", "lệnh import-organisation"),
        ("job:plans.issue", "việc chạy nền plans.issue"),
        ("", ""),
    ],
)
def test_the_place_a_change_came_from_is_said_in_words(origin: str, words: str) -> None:
    assert origin_words(origin) == words
