"""The user guide inside the product."""

import pytest
from django.test import Client

from congdoan.core.guide import guide, picture
from tests.world import Federation


@pytest.fixture
def reader(client: Client, federation: Federation) -> Client:
    client.force_login(federation["coso"])
    return client


def test_the_guide_is_one_press_away_and_lists_its_chapters(reader: Client) -> None:
    assert 'href="/huong-dan/"' in reader.get("/ke-hoach/").content.decode()
    page = reader.get("/huong-dan/").content.decode()
    for chapter in guide().chapters:
        assert f'href="#{chapter.anchor}"' in page and f'<h2 id="{chapter.anchor}">' in page
    assert page.count("<h1") == 1


def test_every_link_within_the_guide_leads_to_a_chapter(reader: Client) -> None:
    anchors = {chapter.anchor for chapter in guide().chapters}
    links = [part.split('"')[0] for part in guide().html.split('href="#')[1:]]
    assert len(links) > 5
    assert set(links) <= anchors, set(links) - anchors


def test_every_picture_of_the_guide_is_served_and_nothing_else(reader: Client) -> None:
    shown = [part.split('"')[0] for part in guide().html.split('src="')[1:]]
    assert len(shown) > 5
    for address in shown:
        assert reader.get(f"/huong-dan/{address}").headers["Content-Type"] == "image/png"
    assert picture("../huong-dan.md") is None
    assert reader.get("/huong-dan/hinh/khong-co.png").status_code == 404


def test_the_guide_is_for_those_who_have_signed_in(client: Client, db: None) -> None:
    assert client.get("/huong-dan/").status_code == 302
