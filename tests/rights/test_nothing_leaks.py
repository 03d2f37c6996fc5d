"""A marked word in every text of a foreign unit is nowhere in what somebody of another unit gets, nor is it counted."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest

from congdoan.core import clock
from congdoan.documents.models import Citation, Document
from congdoan.plans.models import Assignment, Plan
from tests.rights.matrix import Row
from tests.rights.people import Person
from tests.rights.planted import MARK, models_without_mark, plant
from tests.rights.walk import body_of
from tests.rights.world import World

pytestmark = pytest.mark.django_db
BEGINNING, REST = MARK[:5].lower(), MARK[4:].lower()
"""What is searched for, and what must not come back: an address shows again what was asked."""
SEEKERS = ("unit_leader.own", "system_administrator.own", "clerk.office", "grassroots_officer.below")
SEARCHES = (
    "/tim-kiem/?q=%s",
    "/tim-kiem/goi-y/?q=%s",
    "/don-vi/goi-y/?q=%s&dang=json",
    "/don-vi/goi-y/?q=%s",
    "/don-vi/goi-y-nguoi/?q=%s&dang=json",
    "/don-vi/goi-y-nguoi/?q=%s",
    "/nguoi-dung/?q=%s",
    "/nguoi-dung/?q=%s&xuat=csv",
    "/van-ban/?q=%s",
    "/van-ban/?issuer=%s",
    "/van-ban/?q=%s&xuat=xlsx",
    "/van-ban/goi-y/?q=%s",
    "/ke-hoach/?q=%s&nhom=cap-duoi",
    "/ke-hoach/?q=%s&nhom=cap-tren&xuat=xlsx",
    "/bao-cao/?q=%s",
    "/bao-cao/yeu-cau/?q=%s&xuat=csv",
    "/bao-cao/mau/?q=%s",
    "/kiem-tra/?q=%s",
    "/kiem-tra/chuong-trinh/?q=%s&xuat=csv",
    "/viec/?q=%s&xem=don-vi",
    "/viec/?q=%s&xem=da-giao&xuat=csv",
    "/he-thong/ban-doc/cho-sua/?q=%s",
    "/he-thong/quy-tac-doc/?q=%s",
    "/he-thong/quy-tac-doc/?q=%s&nhom=muc",
    "/he-thong/viec-chay/",
    "/he-thong/thu/?q=%s",
    "/he-thong/thu/?q=%s&tinh_trang=moi&xuat=csv",
)
_CHANGES = (
    '"[A-Za-z0-9]{64}"',
    '<b class="cd-nowrap">[0-9a-f]{8}<',
    "số yêu cầu [0-9a-f]{8}",
    r"(\d\d:\d\d ngày )?\d\d/\d\d/\d{4}( \d\d:\d\d)?",
)
_CHANGING = re.compile("|".join(_CHANGES).encode())
"""Tokens, the number of the request, and moments of today."""
_OF_SIGN_IN = ("mfa_", "account_", "socialaccount_", "usersessions_")
_BINARY = (
    "plans:pdf",
    "plans:docx",
    "plans:task-sheet",
    "reporting:report-pdf",
    "reporting:report-docx",
    "reporting:request-pdf",
    "reporting:request-docx",
    "oversight:pdf",
    "oversight:docx",
    "learning:case",
    "organisation:import-template",
    "privacy:download",
)


@pytest.fixture
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day stays what it is, also where midnight comes between two looks at the same page."""
    today = clock.real_today()
    monkeypatch.setattr(clock, "real_today", lambda: today)


@pytest.fixture
def pages_before(world: World, one_day: None) -> list[tuple[Row, bytes]]:
    """What the leader of the unit gets everywhere before there is anything foreign."""
    rows = [row for row in opened_rows(world) if row.url not in _BINARY and not row.url.startswith(_OF_SIGN_IN)]
    return [(row, _page(world, row, person_named(world, SEEKERS[0]))) for row in rows]


@pytest.fixture
def planted(world: World) -> World:
    places, shared = world.oracle.places, world.things["plan_above"]["plan_id"]
    plant(places["above"], Assignment.objects.get(plan=shared, unit=places["sister"]))
    return world


@pytest.fixture
def tied(planted: World) -> World:
    """A paper of ours cites one of theirs and is replaced by it, as somebody above has said."""
    hidden = Document.objects.filter(subject__startswith=MARK, file__isnull=False).get()
    own = Document.objects.filter(pk=planted.things["paper"]["document_id"])
    own.update(replaced_by=hidden)
    Citation.objects.create(document=own.get(), cited=hidden, text="Văn bản của huyện bạn", start=0, end=5)
    read = Plan.objects.get(pk=planted.things["plan_review"]["plan_id"]).document_id
    Citation.objects.filter(document=read).update(cited=hidden)
    return planted


def test_a_word_of_a_foreign_unit_is_on_no_page_in_no_search_and_in_no_export(tied: World) -> None:
    assert not models_without_mark(), models_without_mark()
    assert list(_leaks(tied)) == []


def test_a_foreign_unit_changes_no_page_and_no_count(pages_before: list[tuple[Row, bytes]], planted: World) -> None:
    leader = person_named(planted, SEEKERS[0])
    changed = [f"{row.url} {row.query}" for row, before in pages_before if _page(planted, row, leader) != before]
    assert changed == []


def test_the_word_is_found_by_those_whose_it_is(planted: World) -> None:
    above = person_named(planted, "unit_leader.above")
    asked = [address % BEGINNING for address in SEARCHES if "%s" in address]
    found = [address for address in asked if _has_word(above.client.get(address).getvalue())]
    assert len(found) >= 12


def _leaks(world: World) -> Iterator[str]:
    for seeker in (person_named(world, name) for name in SEEKERS):
        rows = opened_rows(world) if seeker.actor.is_owner else [row for row in opened_rows(world) if not row.thing]
        found = (row for row in rows if _has_word(_page(world, row, seeker)))
        yield from (f"{seeker.actor.name}: {row.url} {row.query}" for row in found)
        asked = (address % BEGINNING if "%s" in address else address for address in SEARCHES)
        yield from (f"{seeker.actor.name}: {one}" for one in asked if _has_word(seeker.client.get(one).getvalue()))


def opened_rows(world: World) -> list[Row]:
    return [row for row in world.matrix.rows if row.method == "GET" and not row.open]


def _page(world: World, row: Row, person: Person) -> bytes:
    return _CHANGING.sub(b"", body_of(row, world.things[row.thing], person.client))


def _has_word(body: bytes) -> bool:
    return any(REST.encode() in part.lower() for part in parts_of(body))


def parts_of(body: bytes) -> Iterator[bytes]:
    """The body, and where it is a workbook or a Word file, what is packed in it."""
    yield body
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def person_named(world: World, name: str) -> Person:
    return next(person for person in world.people if person.actor.name == name)
