"""An error that nobody expected is kept under the number that the person was shown, without what they typed."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from congdoan.core.jobs import running
from congdoan.core.models import Failure, JobRun
from congdoan.core.seeing import failures as keeping
from tests.world import Federation


@pytest.fixture
def admin(client: Client, federation: Federation) -> Client:
    client.force_login(federation["admin"])
    client.raise_request_exception = False
    return client


def break_saving_of_units() -> None:
    """The next change of a unit ends in an error whose message quotes what was typed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION pg_temp.broken() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'cannot take %', NEW.phone USING ERRCODE = 'XX001'; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER broken BEFORE UPDATE ON organisation_unit FOR EACH ROW EXECUTE FUNCTION pg_temp.broken()"
        )


def test_the_number_a_person_quotes_finds_the_error_and_nothing_they_typed(
    admin: Client, federation: Federation
) -> None:
    break_saving_of_units()
    client = Client(raise_request_exception=False)
    client.force_login(federation["chutich"])
    answer = client.post(f"/don-vi/{federation.ba_tri.pk}/lien-he/", {"phone": "0912 345 678"})
    assert answer.status_code == 500
    found = re.search(r"<b[^>]*>([0-9a-f]{8})</b>", answer.content.decode())
    assert found
    kept = Failure.objects.get(number=found[1])
    assert kept.page == "/don-vi/<int:unit_id>/lien-he/"
    assert kept.user_id == federation["chutich"].pk
    assert "PostgreSQL XX001" in kept.detail
    assert "congdoan/organisation/" in kept.places
    listed = admin.get(f"/he-thong/loi/?so= {found[1].upper()} ").content.decode()
    assert f"/he-thong/loi/{kept.pk}/" in listed
    shown = admin.get(f"/he-thong/loi/{kept.pk}/").content.decode()
    assert "congdoan/organisation/" in shown
    assert "0912" not in shown + listed + str(vars(kept))


def test_background_work_that_breaks_is_found_by_its_number(admin: Client, federation: Federation) -> None:
    run = JobRun.objects.create(kind="plans.read", title="Đọc", started_by=federation["admin"])
    typed = "Nguyễn Văn A"
    with pytest.raises(ValueError, match="Nguyễn"), running(run.pk):
        raise ValueError(typed)
    kept = Failure.objects.get(number=f"viec-{run.pk}")
    assert (kept.page, kept.kind, kept.user_id) == ("plans.read", "ValueError", federation["admin"].pk)
    assert "Nguyễn" not in kept.places + kept.detail


def test_only_the_newest_errors_are_kept(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "KEPT", 50)
    for n in range(201):
        keeping.keep_job_failure(ValueError(), run_id=n, kind="test", user_id=None)
    assert 50 <= Failure.objects.count() < 150
    assert Failure.objects.order_by("-pk")[0].number == "viec-200"


def test_a_number_that_is_not_known_is_said(admin: Client, db: None) -> None:
    assert "Không có lỗi mang số này" in admin.get("/he-thong/loi/?so=ffffffff").content.decode()
    assert admin.get("/he-thong/loi/999999/").status_code == 404


def test_an_address_that_is_not_there_is_no_error(admin: Client, db: None) -> None:
    admin.get("/khong-co/")
    assert not Failure.objects.exists()


def test_the_list_asks_a_fixed_number_of_queries(admin: Client, django_assert_max_num_queries: Any) -> None:
    for n in range(60):
        keeping.keep_job_failure(ValueError(), run_id=n, kind="test", user_id=None)
    with django_assert_max_num_queries(12):
        admin.get("/he-thong/loi/")
