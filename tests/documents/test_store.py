"""The store of papers: who sees what, search, adding, files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from congdoan.core.search import finders
from congdoan.documents.codec import from_plain, to_plain
from congdoan.documents.models import Citation, Document
from congdoan.documents.queries.store import with_words
from congdoan.documents.reading.model import PlanReading
from tests.plans.readings import draft, paper, reading_of
from tests.world import Federation


@pytest.fixture
def web(client: Client, federation: Federation) -> Client:
    client.force_login(federation["chuyenvien"])
    return client


@pytest.fixture
def directive(federation: Federation) -> Document:
    return Document.objects.create(
        unit=federation.province,
        type="CT",
        symbol="06-CT/TU",
        issued_on=date(2011, 12, 5),
        issuer="Tỉnh ủy",
        subject="Tăng cường công tác xây dựng Đảng",
    )


def listed(web: Client, query: str = "") -> str:
    return web.get(reverse("documents:list") + query).content.decode()


def test_the_reading_survives_being_written_as_plain_values():
    assert from_plain(PlanReading, to_plain(paper())) == paper()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("?q=tang cuong", True),
        ("?q=06-CT/TU", True),
        ("?q=06 ct", True),
        ("?q=ct/tu", True),
        ("?q=tu tinh uy", True),
        ("?q=6-CT/TU", False),
        ("?q=quyet toan", False),
        ("?type=CT&validity=in_force", True),
        ("?type=KH", False),
        ("?tu=01/12/2011&den=31/12/2011", True),
        ("?tu=01/01/2012", False),
        ("?issuer=tỉnh", True),
    ],
)
def test_the_list_narrows_by_words_kind_validity_and_period(web, directive, query, found):
    assert ("Tăng cường công tác" in listed(web, query)) is found


def test_the_list_asks_a_fixed_number_of_queries(web, federation, django_assert_max_num_queries):
    for number in range(30):
        Document.objects.create(unit=federation.province, symbol=f"{number}/KH", subject="Kế hoạch")
    with django_assert_max_num_queries(12):
        listed(web)


def test_words_and_symbols_are_looked_for_in_the_index_and_not_in_every_paper(federation, directive):
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
    for words in ("06-CT/TU", "tang cuong"):
        assert "documents_words_apart" in with_words(Document.objects.all(), words).explain()
        assert list(with_words(Document.objects.all(), words)) == [directive]


def test_the_list_is_exported_as_filtered(web, directive):
    assert "06-CT/TU" in web.get(reverse("documents:list") + "?xuat=csv").getvalue().decode("utf-8-sig")


def test_papers_of_other_units_are_not_seen(client, federation, directive):
    client.force_login(federation["batri"])
    assert "Tăng cường" not in listed(client)
    assert client.get(reverse("documents:document", args=[directive.pk])).status_code == 404
    assert client.get(reverse("documents:download", args=[directive.pk])).status_code == 404


def test_a_paper_is_added_with_its_file_and_mentions_of_it_are_linked(web, federation):
    reading_of(federation.province, federation["chuyenvien"])
    sent = {
        "unit": federation.province.pk,
        "type": "CT",
        "symbol": "06-CT/TU",
        "subject": "Chỉ thị",
        "validity": "in_force",
        "file": SimpleUploadedFile("ct06.pdf", b"%PDF-1.4 x"),
    }
    page = web.post(reverse("documents:add"), sent, follow=True).content.decode()
    added = Document.objects.get(symbol="06-CT/TU")
    assert "Được viện dẫn trong" in page
    assert Citation.objects.get(symbol="06-CT/TU").cited == added
    shown = web.get(reverse("documents:download", args=[added.pk]) + "?xem")
    assert shown["Content-Type"] == "application/pdf"
    assert shown["Content-Disposition"].startswith("inline")


def test_the_same_paper_is_not_added_twice(web, federation, directive):
    sent = {
        "unit": federation.province.pk,
        "type": "CT",
        "symbol": "06-CT/TU",
        "issued_on": "05/12/2011",
        "subject": "X",
        "validity": "in_force",
    }
    assert web.post(reverse("documents:add"), sent).status_code == 409


def test_papers_are_found_by_the_search_over_everything(federation, directive):
    found = finders["documents"].find(federation["chuyenvien"], "xay dung dang", 5)
    assert [result.title for result in found] == ["Chỉ thị 06-CT/TU"]


def test_a_paper_names_the_plans_made_of_it(web, federation):
    plan = draft(federation.province, federation["chuyenvien"])
    page = web.get(reverse("documents:document", args=[plan.document_id])).content.decode()
    assert reverse("plans:review", args=[plan.pk]) in page
