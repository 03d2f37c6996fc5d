"""Units, people, papers, jobs, notices: what is there beside plans and work."""

from datetime import date
from io import BytesIO
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import signing
from django.utils import timezone

from congdoan.accounts.models import ApiToken, User
from congdoan.core.files.store import store
from congdoan.core.models import Failure, JobRun, Rule, StoredFile, WorkdayException
from congdoan.documents.models import Document
from congdoan.duties.models import Duty
from congdoan.organisation.importing.columns import template_workbook
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import Role
from congdoan.privacy.models import DataRequest, Datum, Kind, RequestState
from congdoan.worklist.feed_links import feed_token
from congdoan.worklist.models import CalendarFeed, Notice, OutgoingMail, PushDevice, Webhook, WebhookDelivery
from congdoan.worklist.push.keys import key_name
from congdoan.worklist.queries.devices import password_marks
from tests.duties.sheets import matrix_sheet
from tests.rights.people import TODAY
from tests.world import make_post, make_user


def things(own: Unit, owner: User, colleague: User) -> dict[str, dict[str, Any]]:
    holder, locked = make_user("nguoigiu", "Người Giữ"), make_user("bikhoa", "Bị Khóa")
    post = make_post(holder, own, Role.READER)
    make_post(locked, own, Role.READER)
    User.objects.filter(pk=locked.pk).update(is_active=False)
    paper = Document.objects.create(unit=own, subject="Về việc cũ", file=a_file("van-ban.txt", owner), added_by=owner)
    link = signing.dumps(colleague.pk, salt="worklist.unsubscribe")
    return {
        "desk": {},
        "unit": {},
        "tasks_of_unit": {},
        "person": {"user_id": holder.pk},
        "locked_person": {"user_id": locked.pk},
        "post": {"post_id": post.pk},
        "managed_post": {"post_id": post.pk},
        "own_managed_post": {"post_id": Post.objects.get(user=owner).pk},
        "own_post": {"post_id": Post.objects.get(user=owner).pk},
        "paper": {"document_id": paper.pk},
        **_matrix(own, owner),
        **_data_requests(own, owner, holder),
        "link": {"token": link},
        "feed_link": {"token": feed_token(CalendarFeed.objects.create(user=colleague))},
        "feed": {"feed_id": CalendarFeed.objects.create(user=owner).pk},
        **_outside(own, owner),
        "device": {"device_id": a_device(owner).pk},
        "key": {"pk": _key_of(colleague)},
        **_of_owner(owner),
        **_of_all(),
    }


def _matrix(own: Unit, owner: User) -> dict[str, dict[str, Any]]:
    duty = Duty.objects.create(unit=own, text="Quản lý con dấu", starts_on=TODAY, folded="quan ly con dau")
    sheet = store(BytesIO(matrix_sheet("Lưu trữ hồ sơ")), name="phan-cong.xlsx", by_id=owner.pk)
    return {
        "organ": {"unit_id": own.pk},
        "duty": {"duty_id": duty.pk},
        "matrix_sheet": {"unit_id": own.pk, "file_id": sheet.pk},
    }


def _data_requests(own: Unit, owner: User, holder: User) -> dict[str, dict[str, Any]]:
    days = {"asked_on": TODAY, "answer_due": TODAY, "carry_out_due": TODAY}
    asked = {"unit": own, "kind": Kind.CORRECTION, "right": "0912 345 678", **days}
    one = DataRequest.objects.create(
        person=holder, datum=Datum.PHONE, evidence=a_file("giay-to.txt", holder, "Chứng minh"), **asked
    )
    taken = {"state": RequestState.ACCEPTED, "answered_on": TODAY, "answered_by": owner}
    accepted = DataRequest.objects.create(person=holder, datum=Datum.OTHER, **asked, **taken)
    mine = DataRequest.objects.create(person=owner, datum=Datum.OTHER, **asked)
    return {
        "data_request": {"request_id": one.pk},
        "accepted_data_request": {"request_id": accepted.pk},
        "own_data_request": {"request_id": mine.pk},
    }


def _key_of(user: User) -> int:
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Khóa"}).pk


def _of_owner(owner: User) -> dict[str, dict[str, Any]]:
    run = JobRun.objects.create(kind="plans.issue", title="Ban hành", started_by=owner)
    reading_run = JobRun.objects.create(kind="plans.read", title="Đọc", started_by=owner)
    notice = Notice.objects.create(user=owner, kind="work.due", text="Việc", url="/viec/", key="k", business_day=TODAY)
    sheet = store(BytesIO(template_workbook()), name="mau.xlsx", by_id=owner.pk)
    session = UserSession.objects.create(
        user=owner, session_key="khac", ip="127.0.0.1", last_seen_at=timezone.now(), user_agent="", data={}
    )
    return {
        "run": {"run_id": run.pk},
        "reading_run": {"run_id": reading_run.pk},
        "notice": {"notice_id": notice.pk},
        "sheet": {"file_id": sheet.pk},
        "session": {"session_id": session.pk},
    }


def _outside(own: Unit, owner: User) -> dict[str, dict[str, Any]]:
    told = {"unit": own, "name": "Trục", "url": "https://example.vn/nhan", "told_of": [], "made_by": owner}
    webhook = Webhook.objects.create(**told)
    stopped = Webhook.objects.create(**told, stopped_at=timezone.now())
    sent = WebhookDelivery.objects.create(webhook=webhook, event="plan.issued", message_id="msg_1", body="{}")
    token = ApiToken.objects.create(user=owner, name="Bảng", prefix="cds_a", digest="a", expires_at=timezone.now())
    return {
        "webhook": {"webhook_id": webhook.pk, "delivery_id": sent.pk},
        "webhook_stopped": {"webhook_id": stopped.pk},
        "token": {"token_id": token.pk},
    }


def _of_all() -> dict[str, dict[str, Any]]:
    entry = WorkdayException.objects.create(day=date(2023, 3, 16), is_worked=False, name="Nghỉ")
    rule = Rule.objects.create(
        code="plans.silent.days", valid_from=date(2029, 1, 1), value=30, source="QĐ", certainty="C"
    )
    failure = Failure.objects.create(number="0a1b2c3d", page="/ke-hoach/", kind="ValueError", places="")
    mail = OutgoingMail.objects.create(
        to="a@b.vn", subject="Gốc", state="failed", attempts=1, error="550", failed_at=timezone.now()
    )
    return {
        "entry": {"entry_id": entry.pk},
        "rule": {"rule_id": rule.pk},
        "failure": {"failure_id": failure.pk},
        "mail": {"mail_id": mail.pk},
    }


def a_device(owner: User) -> PushDevice:
    given = {
        "endpoint": f"https://push.example.vn/{owner.pk}",
        "p256dh": "BC",
        "auth": "BT",
        "words": "Chrome trên Android",
    }
    return PushDevice.objects.create(user=owner, key=key_name(), password=password_marks(owner)[0], **given)


def a_file(name: str, by: User, words: str = "Nội dung") -> StoredFile:
    return store(BytesIO(words.encode()), name=name, by_id=by.pk)
