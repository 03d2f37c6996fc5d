"""A request to correct or erase has its way: asked, answered within the law's days, carried out, told."""

from datetime import date
from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import ERASED, history_of
from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed
from congdoan.core.models import StoredFile
from congdoan.core.rules import rule_on
from congdoan.organisation.models import Post
from congdoan.organisation.roles import Role
from congdoan.privacy.jobs import sweep
from congdoan.privacy.models import Datum, RequestState
from congdoan.privacy.queries.deciders import deciding_unit
from congdoan.privacy.services.ask import ask_correction, ask_erasure, withdraw
from congdoan.privacy.services.decide import accept, complete, refuse
from congdoan.worklist.models import Notice, OutgoingMail, WorkItem
from tests.world import Federation, make_post, make_user


def open_items() -> list[tuple[int, date | None]]:
    items = WorkItem.objects.filter(kind="privacy.decide", state="open")
    return list(items.values_list("unit_id", "due"))


def asked_phone(officer: User, right: str = "0912 345 678"):
    return ask_correction(by=officer, datum=Datum.PHONE, wrong="0909 111 222", right=right)


def test_a_request_is_work_for_the_nearest_unit_that_manages_people_due_in_two_working_days(
    officer: User, federation: Federation
) -> None:
    request = asked_phone(officer)
    assert open_items() == [(federation.ba_tri.pk, date(2023, 3, 17))]
    assert request.carry_out_due == date(2023, 3, 25)


def test_the_days_follow_the_law_of_the_day_on_which_it_was_asked(officer: User) -> None:
    clock.set_today(date(2026, 3, 16))
    request = ask_erasure(by=officer, reason="Đã nghỉ")
    assert (request.answer_due, request.carry_out_due) == (date(2026, 3, 18), date(2026, 4, 5))
    assert rule_on("privacy.erasure.days", date(2025, 6, 1)) == 3


def test_an_accepted_correction_changes_the_field_at_once_and_says_so(officer: User, chief: User) -> None:
    request = accept(by=chief, request_id=asked_phone(officer).pk)
    officer.refresh_from_db()
    assert (officer.phone, request.state) == ("0912 345 678", RequestState.DONE)
    assert open_items() == []
    assert Notice.objects.get(user=officer).text == f"Yêu cầu sửa dữ liệu số {request.pk} đã được thực hiện."
    assert OutgoingMail.objects.get(user=officer).to == officer.email


def test_other_data_is_corrected_by_hand_and_its_work_stays_until_somebody_says_what_was_done(
    officer: User, chief: User
) -> None:
    request = ask_correction(by=officer, datum=Datum.OTHER, wrong="Chủ tịch", right="Phó Chủ tịch")
    accepted = accept(by=chief, request_id=request.pk)
    assert (accepted.state, open_items()[0][1]) == (RequestState.ACCEPTED, request.carry_out_due)
    with pytest.raises(Invalid, match="đã sửa gì"):
        complete(by=chief, request_id=request.pk, answer=" ")
    assert complete(by=chief, request_id=request.pk, answer="Đã sửa chức vụ.").state == RequestState.DONE
    assert open_items() == []


def test_a_refusal_needs_a_reason_and_the_person_reads_it(officer: User, chief: User) -> None:
    request = asked_phone(officer)
    with pytest.raises(Invalid, match="lý do"):
        refuse(by=chief, request_id=request.pk, answer="")
    refuse(by=chief, request_id=request.pk, answer="Số này của người khác")
    officer.refresh_from_db()
    assert officer.phone == "0909 111 222"
    assert "Số này của người khác" in Notice.objects.get(user=officer).text
    assert "Số này của người khác" in OutgoingMail.objects.get(user=officer).text


def test_what_cannot_stand_there_is_refused_at_once(officer: User) -> None:
    with pytest.raises(Invalid):
        ask_correction(by=officer, datum=Datum.EMAIL, wrong="", right="không phải thư")


def test_the_same_is_asked_once_at_a_time_and_can_be_taken_back(officer: User, chief: User) -> None:
    request = asked_phone(officer)
    with pytest.raises(Conflict):
        asked_phone(officer)
    withdraw(by=officer, request_id=request.pk)
    assert open_items() == []
    with pytest.raises(IllegalTransition):
        accept(by=chief, request_id=request.pk)
    asked_phone(officer)


def test_nobody_decides_on_their_own_request_nor_without_the_right(officer: User, federation: Federation) -> None:
    request = ask_correction(by=federation["batri"], datum=Datum.PHONE, wrong="", right="0912 345 678")
    assert request.unit == federation.province
    for person in ("batri", "coso", "vanthu"):
        with pytest.raises(NotAllowed):
            accept(by=federation[person], request_id=request.pk)
    assert accept(by=federation["chutich"], request_id=request.pk).state == RequestState.DONE


def test_on_a_system_administrator_only_another_one_decides(federation: Federation) -> None:
    with pytest.raises(Invalid, match="ai khác"):
        ask_erasure(by=federation["admin"], reason="Thôi")
    make_post(make_user("admin2"), federation.office, Role.SYSTEM_ADMINISTRATOR)
    request = ask_correction(by=federation["admin"], datum=Datum.EMAIL, wrong="", right="moi@example.vn")
    assert request.unit == federation.province
    with pytest.raises(NotAllowed):
        accept(by=federation["chutich"], request_id=request.pk)
    accept(by=User.objects.get(username="admin2"), request_id=request.pk)


def test_somebody_with_posts_in_two_districts_is_decided_on_above_both(federation: Federation) -> None:
    person = federation["coso"]
    make_post(person, federation.phu_phung, Role.READER)
    assert deciding_unit(User.objects.get(pk=person.pk)) == federation.province


def test_an_erasure_removes_contacts_sessions_and_second_factors_and_says_what_stays(
    officer: User, chief: User, own_web: Client
) -> None:
    own_web.get("/tai-khoan/du-lieu/")
    Authenticator.objects.create(user=officer, type=Authenticator.Type.TOTP, data={})
    file = ("the.pdf", BytesIO(b"%PDF-1.4 the"))
    ask_correction(by=officer, datum=Datum.NAME, wrong="Yen", right="Yến", evidence=file)
    request = accept(by=chief, request_id=ask_erasure(by=officer, reason="Đã nghỉ").pk)
    officer.refresh_from_db()
    assert (officer.email, officer.phone, officer.is_active) == ("", "", True)
    assert officer.full_name == "Huỳnh Thị Ngọc Yến"
    assert not Authenticator.objects.filter(user=officer).exists()
    assert own_web.get("/tai-khoan/du-lieu/").status_code == 302
    assert not StoredFile.objects.filter(name="the.pdf").exists()
    assert "Phiên đăng nhập" in request.outcome["gone"]
    assert {label for label, _ in request.outcome["stays"]} >= {
        "Tài khoản",
        "Chức vụ",
        "Việc giao đích danh",
        "Nhật ký thay đổi, bản sao lưu",
    }
    assert all(why for _, why in request.outcome["stays"])


def test_an_account_without_a_post_is_locked_by_an_erasure(officer: User, federation: Federation) -> None:
    Post.objects.filter(user=officer).update(ends_on=date(2023, 3, 1))
    request = ask_erasure(by=officer, reason="Đã nghỉ")
    assert request.unit == federation.ba_tri
    accept(by=federation["batri"], request_id=request.pk)
    officer.refresh_from_db()
    assert not officer.is_active


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_history_hides_what_was_erased_and_shows_what_came_after() -> None:
    clock.set_today(date(2023, 3, 15))
    from tests.world import build_federation

    federation = build_federation()
    person = federation["coso"]
    person.phone = "0909 111 222"
    person.save(update_fields=["phone"])
    person.phone = "0909 333 444"
    person.save(update_fields=["phone"])
    accept(by=federation["batri"], request_id=ask_erasure(by=person, reason="Đã nghỉ").pk)
    person.refresh_from_db()
    person.phone = "0912 000 111"
    person.save(update_fields=["phone"])
    phones = [(c.old, c.new) for entry in history_of(person) for c in entry.changes if c.field == "điện thoại"]
    assert phones == [("–", "0912 000 111"), (ERASED, "–"), (ERASED, ERASED), ("–", ERASED)]


def test_the_mail_that_tells_of_the_erasure_goes_out_and_is_gone_the_night_after(officer: User, chief: User) -> None:
    address = officer.email
    accept(by=chief, request_id=ask_erasure(by=officer, reason="Đã nghỉ").pk)
    (mail,) = OutgoingMail.objects.filter(user=officer)
    assert mail.to == address
    sweep.func(timestamp=0)
    assert OutgoingMail.objects.filter(user=officer).exists()
    OutgoingMail.objects.update(state=OutgoingMail.State.SENT, sent_at=timezone.now())
    sweep.func(timestamp=0)
    assert not OutgoingMail.objects.filter(user=officer).exists()
