"""Who looked at which person is kept, once for each look, and cannot be altered."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, transaction
from django.test import Client
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.forgetting import forget_accesses_before
from congdoan.core.models import Forgetting, RecordAccess
from congdoan.core.record_access import What
from congdoan.core.rule_names import known_rules
from congdoan.privacy.services.sweep import forget_old_looks
from congdoan.privacy.views import looks as looks_view
from tests.world import Federation


@pytest.fixture
def web(federation: Federation, client: Client) -> Client:
    client.force_login(federation["batri"])
    return client


def open_page_of(web: Client, person: User) -> None:
    assert web.get(reverse("organisation:person", args=[person.pk])).status_code == 200


def test_who_opens_a_persons_page_is_kept_with_moment_page_request_and_address(
    web: Client, federation: Federation
) -> None:
    answer = web.get(reverse("organisation:person", args=[federation["coso"].pk]))
    (looked,) = RecordAccess.objects.all()
    assert (looked.by, looked.record, looked.what) == (federation["batri"], federation["coso"].pk, What.VIEW)
    assert (looked.page, looked.address) == ("/nguoi-dung/<int:user_id>/", "127.0.0.1")
    assert looked.request == answer.headers["X-Request-Number"]
    assert clock.now() - looked.at < timedelta(minutes=1)


def test_opening_the_same_page_again_within_minutes_counts_once(web: Client, federation: Federation) -> None:
    for _ in range(3):
        open_page_of(web, federation["coso"])
    assert RecordAccess.objects.count() == 1


def test_ones_own_page_is_not_logged(web: Client, federation: Federation) -> None:
    open_page_of(web, federation["batri"])
    assert not RecordAccess.objects.exists()


def test_lists_count_once_and_every_export_counts_with_its_rows_and_its_filter(web: Client) -> None:
    for _ in range(2):
        web.get(reverse("organisation:people") + "?q=yen")
        web.get(reverse("organisation:people") + "?q=yen&xuat=csv").getvalue()
    kept = list(RecordAccess.objects.order_by("pk").values_list("what", "record", "rows", "filter"))
    assert kept == [
        ("list", None, 2, "Tên có “yen”"),
        ("export", None, 2, "Tên có “yen”"),
        ("export", None, 2, "Tên có “yen”"),
    ]


def test_the_export_of_a_units_officers_names_the_unit(web: Client, federation: Federation) -> None:
    unit = federation.ba_tri
    web.get(reverse("organisation:unit-people", args=[unit.pk]) + "?xuat=xlsx").getvalue()
    (taken,) = RecordAccess.objects.all()
    assert (taken.what, taken.unit, taken.rows, taken.filter) == (What.EXPORT, unit.pk, 2, "Ngày 15/03/2023")


def test_the_log_cannot_be_altered(web: Client, federation: Federation) -> None:
    open_page_of(web, federation["coso"])
    with pytest.raises((InternalError, ProgrammingError), match="Cannot update"), transaction.atomic():
        RecordAccess.objects.update(by=federation["coso"])


def look(person: User, *, days_ago: int) -> None:
    RecordAccess.objects.create(at=clock.now() - timedelta(days=days_ago), by=person, kind="person", what=What.LIST)


def test_what_is_older_than_the_rule_keeps_goes_by_itself(federation: Federation) -> None:
    for days in (729, 731, 1200):
        look(federation["batri"], days_ago=days)
    assert forget_old_looks() == 2
    assert RecordAccess.objects.count() == 1
    assert list(Forgetting.objects.values_list("source", "rows")) == [("core_recordaccess", 2)], "that they went stays"


def test_what_is_younger_than_90_days_never_goes(federation: Federation) -> None:
    assert not known_rules["privacy.access_log.days"].fits(89)
    look(federation["batri"], days_ago=100)
    with pytest.raises(IntegrityError), transaction.atomic():
        forget_accesses_before(clock.now() - timedelta(days=89))
    assert RecordAccess.objects.count() == 1


def test_of_a_log_that_never_ends_the_newest_are_paged(
    client: Client, federation: Federation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks_view, "_MOST_SHOWN", 60)
    for day in range(70):
        look(federation["batri"], days_ago=day % 20)
    client.force_login(federation["chutich"])
    first, last = (client.get(reverse("privacy:looks"), {"page": page}).content.decode() for page in (1, 9999))
    assert "1–50 trong 60 lượt mới nhất" in first
    assert "51–60 trong 60 lượt mới nhất" in last
