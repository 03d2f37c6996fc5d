from datetime import date

import pytest
from django.test import Client

from congdoan.organisation.queries.find import find_units
from congdoan.organisation.queries.people import find_people
from congdoan.organisation.queries.tree import children_on, opened_tree, tree_on
from congdoan.organisation.roles import Role
from congdoan.organisation.services.move import move_unit
from tests.world import SINCE, Federation, make_post, make_unit

MARCH = date(2023, 3, 1)


def names(federation: Federation, username: str, words: str) -> list[str]:
    return [unit.short_name for unit in find_units(federation[username], words, 10)]


@pytest.mark.parametrize("words", ["ba tri", "LĐLĐ Ba Tri", "lien doan lao dong ba tri", "Liên đoàn Ba", "ldld batr"])
def test_units_are_found_without_tones_and_by_abbreviation(federation: Federation, words: str) -> None:
    expected = [] if words == "ldld batr" else ["LĐLĐ huyện Ba Tri"]
    assert names(federation, "vanthu", words)[:1] == expected


def test_a_department_is_found_by_its_initials(federation: Federation) -> None:
    assert set(names(federation, "vanthu", "BTC")) == {"Ban Tổ chức", "Ban Tài chính"}
    assert names(federation, "vanthu", "vp") == ["Văn phòng"]


def test_nobody_finds_a_unit_out_of_sight(federation: Federation) -> None:
    assert names(federation, "batri", "Chợ Lách") == []


def test_people_are_found_with_their_posts(federation: Federation) -> None:
    [person] = find_people(federation["chutich"], "nghia", 5)
    assert (person.full_name, person.post_words) == ("Nguyễn Hữu Nghĩa", "Chủ tịch, LĐLĐ huyện Ba Tri")


def test_the_tree_loads_by_level_and_groups_by_kind(federation: Federation) -> None:
    tree = opened_tree(federation["chutich"], federation.ba_tri.path, MARCH)
    [root] = tree.roots
    assert [(crumb.name, crumb.may_open) for crumb in tree.above] == [
        ("Tổng Liên đoàn", False),
        ("LĐLĐ tỉnh Bến Tre", True),
    ]
    groups = children_on(federation["chutich"], root.unit_id, MARCH)
    assert [(group.label, len(group.nodes)) for group in groups] == [
        ("Văn phòng và các ban", 6),
        ("LĐLĐ huyện, thành phố", 2),
        ("Công đoàn ngành", 1),
    ]
    assert [group.is_open for group in root.groups] == [False, True, False]
    assert root.groups[1].nodes[0].groups[0].nodes[0].name == "CĐCS xã An Thủy"


def test_a_past_day_shows_the_tree_of_that_day(federation: Federation) -> None:
    move_unit(
        by=federation["chutich"], unit_id=federation.an_thuy.pk, parent_id=federation.cho_lach.pk, effective_on=MARCH
    )
    before = children_on(federation["chutich"], federation.ba_tri.pk, date(2023, 2, 28))
    assert [node.name for group in before for node in group.nodes] == ["CĐCS xã An Thủy"]
    assert children_on(federation["chutich"], federation.ba_tri.pk, MARCH) == []
    assert tree_on(SINCE).count() == 13


def test_numbered_units_stand_in_the_order_of_their_numbers(federation: Federation) -> None:
    for number in (10, 9, 1):
        make_unit(f"CĐCS số {number}", "grassroots", federation.cho_lach)
    names = [node.name for node in children_on(federation["chutich"], federation.cho_lach.pk, MARCH)[0].nodes]
    assert names == ["CĐCS số 1", "CĐCS số 9", "CĐCS số 10", "CĐCS xã Phú Phụng"]


def test_a_picker_is_answered_with_options(client: Client, federation: Federation) -> None:
    client.force_login(federation["vanthu"])
    assert "LĐLĐ huyện Ba Tri" in client.get("/don-vi/goi-y/?q=ba+tri").content.decode()
    assert client.get("/don-vi/goi-y/?q=ba+tri&dang=json").json()["options"][0]["note"] == "LĐLĐ tỉnh Bến Tre"
    assert "Nguyễn Hữu Nghĩa" in client.get("/don-vi/goi-y-nguoi/?q=nghia").content.decode()


def test_somebody_with_two_posts_changes_the_desk(client: Client, federation: Federation) -> None:
    other = make_post(federation["vanthu"], federation.ba_tri, Role.READER)
    client.force_login(federation["vanthu"])
    assert client.post("/don-vi/chuc-vu/doi/", {"post": other.pk, "next": "//evil.example/"}).headers["Location"] == "/"
    assert client.session["post_id"] == other.pk
    assert client.post("/don-vi/chuc-vu/doi/", {"post": 999999}).status_code == 404
