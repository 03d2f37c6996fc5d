"""The pages of personal data, as people use them."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.models import RecordAccess
from congdoan.demo import remove
from congdoan.organisation.roles import Role
from congdoan.privacy.models import DataRequest, Datum
from congdoan.privacy.services.ask import ask_correction, ask_erasure
from congdoan.worklist.models import WorkItem
from tests.world import Federation, make_post, make_user


def text_of(web: Client, name: str, *args: int, query: str = "") -> str:
    answer = web.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.getvalue().decode("utf-8-sig")


def test_the_administrator_sees_on_a_persons_page_who_looked(
    chief_web: Client, officer: User, federation: Federation
) -> None:
    other = Client()
    other.force_login(federation["chutich"])
    text_of(other, "organisation:person", officer.pk)
    shown = text_of(chief_web, "organisation:person", officer.pk)
    assert "Ai đã xem" in shown
    assert str(federation["chutich"]) in shown


def test_a_colleague_without_the_right_does_not_see_who_looked(federation: Federation, officer: User) -> None:
    clerk = Client()
    clerk.force_login(federation["vanthu"])
    assert "Ai đã xem" not in text_of(clerk, "organisation:person", officer.pk)
    assert "Dữ liệu cá nhân</" not in text_of(clerk, "desk:desk")
    assert clerk.get(reverse("privacy:looks")).status_code == 403


def test_the_log_shows_only_persons_in_ones_charge(federation: Federation, chief_web: Client, officer: User) -> None:
    top = Client()
    top.force_login(federation["chutich"])
    text_of(top, "organisation:person", officer.pk)
    text_of(top, "organisation:person", federation["cholach"].pk)
    text_of(top, "organisation:unit-people", federation.cho_lach.pk, query="?xuat=csv")
    shown = text_of(chief_web, "privacy:looks")
    assert str(officer) in shown
    assert str(federation["cholach"]) not in shown
    assert "Danh sách của" not in shown


def test_the_log_is_filtered_and_exported_and_that_is_logged_too(
    federation: Federation, chief_web: Client, officer: User
) -> None:
    text_of(chief_web, "organisation:person", officer.pk)
    text_of(chief_web, "organisation:people")
    assert "Danh sách chung" not in text_of(chief_web, "privacy:looks", query="?viec=view")
    assert "Danh sách chung" in text_of(chief_web, "privacy:looks", query="?viec=list&q=nghia")
    assert str(officer) not in text_of(chief_web, "privacy:looks", query="?tu=01/01/2020&den=02/01/2020")
    rows = list(csv.reader(StringIO(text_of_export(chief_web, "?xuat=csv&viec=view"))))
    assert [row[3] for row in rows[1:-1]] == [str(officer)]
    taken = RecordAccess.objects.order_by("-pk")[0]
    assert (taken.what, taken.rows) == ("export", 1)
    assert taken.filter.startswith("Xem; Từ ")


def text_of_export(web: Client, query: str) -> str:
    return web.get(reverse("privacy:looks") + query).getvalue().decode("utf-8-sig")


def test_one_sees_what_is_held_about_oneself_and_who_looked(
    own_web: Client, officer: User, chief_web: Client, chief: User
) -> None:
    text_of(chief_web, "organisation:person", officer.pk)
    shown = text_of(own_web, "privacy:mine")
    assert "0909 111 222" in shown
    assert "Chức vụ" in shown
    assert str(chief) in shown


def test_what_is_held_is_downloaded_as_a_sheet_and_for_programs(own_web: Client, officer: User) -> None:
    sheet = own_web.get(reverse("privacy:download"))
    made = openpyxl.load_workbook(BytesIO(b"".join(sheet.streaming_content))).active
    assert ("Tài khoản", "Điện thoại", "0909 111 222") in list(made.iter_rows(values_only=True))
    told = json.loads(own_web.get(reverse("privacy:download") + "?dang=json").content)
    assert told["person"] == officer.username
    assert {"what": "Điện thoại", "value": "0909 111 222"} in told["held"][0]["lines"]


@pytest.mark.parametrize("seen", ["privacy:mine", "privacy:looks", "privacy:requests"])
def test_the_pages_ask_a_fixed_number_of_questions(
    seen: str, federation: Federation, chief_web: Client, chief: User, django_assert_max_num_queries: object
) -> None:
    for person in User.objects.exclude(pk=chief.pk):
        looked = {"kind": "accounts.user", "what": "view", "page": "/", "request": "1", "address": "::1"}
        RecordAccess.objects.create(at="2026-01-01T00:00Z", by=person, record=chief.pk, **looked)
        RecordAccess.objects.create(at="2026-01-01T00:00Z", by=person, record=person.pk, **looked)
    with django_assert_max_num_queries(32):  # type: ignore[operator]
        text_of(chief_web, seen, query="?tu=01/01/2026" if seen == "privacy:looks" else "")


def test_a_correction_is_asked_with_a_paper_and_answered_beside_the_record(
    own_web: Client, chief_web: Client, officer: User, chief: User
) -> None:
    asked = own_web.post(
        reverse("privacy:ask-correction"),
        {
            "datum": "phone",
            "wrong": "0909 111 222",
            "right": "0912 345 678",
            "evidence": SimpleUploadedFile("hop-dong.pdf", b"%PDF-1.4 a", "application/pdf"),
        },
    )
    request = DataRequest.objects.get()
    assert asked.headers["Location"] == reverse("privacy:request", args=[request.pk])
    assert "Chấp nhận" not in text_of(own_web, "privacy:request", request.pk)
    shown = text_of(chief_web, "privacy:request", request.pk)
    assert "Hồ sơ đang ghi" in shown
    assert "Chấp nhận thì điện thoại thành “0912 345 678” ngay." in shown
    assert b"%PDF" in b"".join(chief_web.get(reverse("privacy:evidence", args=[request.pk])).streaming_content)
    assert str(officer) in text_of(chief_web, "privacy:requests")
    chief_web.post(reverse("privacy:accept", args=[request.pk]))
    officer.refresh_from_db()
    assert officer.phone == "0912 345 678"
    assert RecordAccess.objects.filter(by=chief, record=officer.pk).exists()
    assert "Không có yêu cầu nào đang chờ" in text_of(chief_web, "privacy:requests")


def test_a_refusal_without_a_reason_says_so_at_the_field(chief_web: Client, officer: User) -> None:
    request = ask_erasure(by=officer, reason="Đã nghỉ")
    answer = chief_web.post(reverse("privacy:refuse", args=[request.pk]), {"answer": ""})
    assert answer.status_code == 422
    assert "Ghi lý do từ chối." in answer.content.decode()


def test_whoever_asks_for_erasure_reads_before_what_goes_and_what_stays(own_web: Client) -> None:
    shown = text_of(own_web, "privacy:ask-erasure")
    assert "Phiên đăng nhập" in shown
    assert "Luật Lưu trữ" in shown
    assert "17/03/2023" in shown


def test_the_record_of_a_request_is_printed_and_the_printing_logged(chief_web: Client, officer: User) -> None:
    request = ask_correction(by=officer, datum=Datum.PHONE, wrong="", right="0912 345 678")
    assert chief_web.get(reverse("privacy:paper", args=[request.pk])).content.startswith(b"%PDF")
    assert RecordAccess.objects.get(record=officer.pk).what == "print"


def test_somebody_elses_request_is_not_there(federation: Federation, officer: User) -> None:
    request = ask_correction(by=officer, datum=Datum.PHONE, wrong="", right="0912 345 678")
    stranger = Client()
    stranger.force_login(federation["cholach"])
    for page in ("request", "paper", "evidence"):
        assert stranger.get(reverse(f"privacy:{page}", args=[request.pk])).status_code == 404


def test_the_reminder_of_a_request_opens_it_for_an_administrator_who_sees_no_units_tasks(
    federation: Federation, client: Client
) -> None:
    second = make_user("admin2")
    make_post(second, federation.office, Role.SYSTEM_ADMINISTRATOR)
    request = ask_erasure(by=federation["admin"], reason="Đã nghỉ")
    item = WorkItem.objects.get(kind="privacy.decide")
    client.force_login(second)
    answer = client.get(reverse("worklist:item", args=[item.pk]))
    assert answer.headers["Location"] == reverse("privacy:request", args=[request.pk])
    assert "Xóa dữ liệu theo yêu cầu của Quản trị" in client.get("/").content.decode()


def test_the_demo_can_be_taken_away_with_its_requests_and_looks(federation: Federation) -> None:
    assert {DataRequest._meta.db_table, RecordAccess._meta.db_table} <= set(remove._tables())
