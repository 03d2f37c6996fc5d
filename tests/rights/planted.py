"""A whole unit beside ours whose every text holds a marked word, and its part in a plan that ours has work from too."""

from datetime import date
from typing import Final

from django.apps import apps
from django.db import connection, models

from congdoan.accounts.models import AnsweredCall, ApiToken, KnownDevice, TokenUse, User
from congdoan.core import clock
from congdoan.core.models import JobRun, RecordAccess
from congdoan.documents.models import Document
from congdoan.duties.models import Duty
from congdoan.organisation.models import Reorganisation, Unit, UnitAlias
from congdoan.organisation.personal import KIND
from congdoan.organisation.roles import Role
from congdoan.oversight.models import (
    Checklist,
    Finding,
    Inspection,
    InspectionQuestion,
    InspectionStep,
    Programme,
    ProgrammeStep,
    Remedy,
)
from congdoan.plans.models import (
    Amendment,
    Assignment,
    AssignmentState,
    AssignmentStep,
    CheckedReading,
    Continuation,
    Correction,
    DraftChange,
    Executor,
    Handover,
    MeasuredTarget,
    Obstacle,
    OwnLevel,
    Plan,
    PlanReview,
    PlanState,
    PlanStep,
    ReportState,
    RuleSource,
    SectionHabit,
    SharedAnswer,
    StepKind,
    Target,
    TargetPart,
    TargetPeriod,
    TargetValue,
    WorkPeriod,
)
from congdoan.privacy.models import DataRequest
from congdoan.reporting.models import (
    FormItem,
    FormSection,
    IssuedReport,
    Report,
    ReportForm,
    ReportRequest,
    ReportStep,
    ReportValue,
)
from congdoan.worklist.models import Notice, OutgoingMail, PushMessage, Webhook, WebhookDelivery
from tests.plans.factories import count, give, make_task
from tests.plans.readings import draft
from tests.rights.office_things import a_device, a_file
from tests.rights.people import TODAY
from tests.rights.work_things import alone_of, answer_from, obstacle_of, report_of
from tests.world import make_post, make_unit, make_user

MARK: Final = "Zzmatmaxx"
NO_TEXT_OF_PEOPLE: Final = {
    *("password", "path", "sha256", "content_type", "kind", "url", "key", "result_url", "object_kind", "stage"),
    *("prefix", "series", "topic", "part", "kind_name"),
}
"""Fields that the product fills and reads itself."""
_NOT_OF_PEOPLE: Final = (
    "Rule",
    "PlanKind",
    "WorkdayException",
    "Failure",
    "PageTimes",
    "Backup",
    "SealPiece",
    "Forgetting",
    "MailTrouble",
)
_CODES: Final = {
    ("Document", "readers"),
    ("Doubt", "code"),
    ("FormItem", "code"),
    ("FormItem", "formula"),
    ("FormItem", "source"),
    ("MeasuredTarget", "source"),
}
_FOLDED: Final = {"folded", "words", "sort_key", "username", "email", "to"}


def plant(above: Unit, shared: Assignment) -> Unit:
    """A marked unit under `above`, and marked words of another unit about `shared`, its part of a plan of both."""
    before = {model: _last(model) for model in _own_models()}
    unit = _office(above)
    clerk = User.objects.get(username="mat.vanthu")
    _work(_plans(unit, clerk), unit, clerk)
    _reports(unit, clerk)
    _inspections(unit, clerk)
    _words_about(shared, User.objects.get(username="cholach"))
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")  # what is issued or sealed refuses every other hand
        for model, last in before.items():
            _mark(model, last)
        cursor.execute("set session_replication_role = origin")
    return unit


def models_without_mark() -> list[str]:
    """Models of ours that have texts, none of them marked: a new one wants its place above."""
    return [model._meta.label for model in _own_models() if not _has_mark(model)]


def _office(above: Unit) -> Unit:
    contacts = dict.fromkeys(("symbol", "place", "address", "phone", "email", "code"), "M")
    unit = make_unit("Huyện mật", "district", above, **contacts)
    for username, role in (("mat.chutich", Role.UNIT_LEADER), ("mat.vanthu", Role.CLERK)):
        post = make_post(make_user(username), unit, role, duty="M", decision="M")
        KnownDevice.objects.create(user=post.user, digest="M", words="M", address="M", last_seen_at=clock.now())
    make_unit("CĐCS mật", "grassroots", unit)
    _outside(unit, post.user)
    UnitAlias.objects.create(unit=unit, scope=unit, text="M", folded="m")
    Reorganisation.objects.create(kind="rename", unit=unit, effective_on=TODAY, decision="M", summary="M")
    Duty.objects.create(unit=unit, group="M", number="M", text="M", source="M", starts_on=TODAY)
    return unit


def _outside(unit: Unit, by: User) -> None:
    """Programs of a person with their tokens, and a system that is told of what happens at the unit."""
    token = ApiToken.objects.create(user=by, name="M", prefix="M", digest="M", expires_at=clock.now())
    TokenUse.objects.create(token=token, at=clock.now(), address="M")
    AnsweredCall.objects.create(token=token, key="M", digest="M", body="M", at=clock.now())
    hook = Webhook.objects.create(unit=unit, name="M", url="https://m.vn", told_of=[], secret="M", why="M", made_by=by)
    WebhookDelivery.objects.create(webhook=hook, event="plan.issued", message_id="M", body="M", error="M")


def _reports(unit: Unit, by: User) -> None:
    """Asked by the unit of the one below it, and its own answer to itself."""
    form = ReportForm.objects.create(
        unit=unit, name="M", basis="M", filled_by="grassroots", state="ready", created_by=by, last_code=1
    )
    section = FormSection.objects.create(form=form, title="M", order=1)
    item = FormItem.objects.create(section=section, kind="text", code="C1", label="M", order=1)
    days = {"starts_on": TODAY, "ends_on": TODAY, "due": TODAY, "asked_on": TODAY}
    asked = ReportRequest.objects.create(form=form, unit=unit, name="M", asked_by=by, **days)
    for place in (unit, unit.children.get()):
        report = Report.objects.create(
            request=asked, unit=place, state="sent", sent_version=1, sent_on=TODAY, sent_at=clock.now(), signer=by
        )
        ReportValue.objects.create(report=report, item=item, version=1, text="M", source_text="M", note="M")
        ReportStep.objects.create(report=report, kind="sent", version=1, note="M", by=by, on=TODAY)
    words = {"symbol": "M", "subject": "M", "signer_title": "M", "issued_on": TODAY, "version": 1, "number": 1}
    IssuedReport.objects.create(unit=unit, request=asked, signer=by, issued_by=by, **words)


def _inspections(unit: Unit, by: User) -> None:
    """By the unit of the one below it."""
    days = {"starts_on": TODAY, "ends_on": TODAY}
    Checklist.objects.create(unit=unit, name="M", created_by=by)
    programme = Programme.objects.create(unit=unit, name="M", basis="M", state="running", created_by=by, **days)
    ProgrammeStep.objects.create(programme=programme, after="running", note="M", by=by, on=TODAY)
    words = dict.fromkeys(("reason", "decision", "conclusion", "symbol", "signer_title"), "M")
    one = Inspection.objects.create(
        programme=programme, unit=unit.children.get(), state="concluded", number=1, signer=by, **days, **words
    )
    InspectionStep.objects.create(inspection=one, what="M", note="M", by=by, on=TODAY)
    InspectionQuestion.objects.create(inspection=one, order=1, question="M", kind="text", answer="M")
    finding = Finding.objects.create(inspection=one, order=1, text="M", explanation="M", explained_by=by)
    Remedy.objects.create(
        inspection=one, finding=finding, order=1, text="M", due=TODAY, state="kept", report="M", recheck="M"
    )


def _plans(unit: Unit, by: User) -> Plan:
    """A draft read from a paper, and a running plan read from another."""
    for state in (PlanState.IN_REVIEW, PlanState.RUNNING):
        plan = draft(unit, by)
        Plan.objects.filter(pk=plan.pk).update(state=state, issued_on=TODAY, signer=by, signer_title="M")
        PlanStep.objects.create(plan=plan, after=state, on=TODAY, by=by, note="M")
        DraftChange.objects.create(plan=plan, summary="M", rows={}, by=by)
        Target.objects.create(plan=plan, text="M", unit_text="M")
        _measured(plan, by)
    checked = CheckedReading.objects.create(
        plan=plan, reading=plan.reading, unit=unit, type="KH", checked_on=TODAY, checked_by=by
    )
    Correction.objects.create(checked=checked, stage="header", what="subject", by=by)
    habit = SectionHabit.objects.create(scope=unit, topic="m", title="M", unit=unit)
    Continuation.objects.create(plan=plan, old=make_task(plan, title="M"))
    RuleSource.objects.create(habit=habit, plan=plan, on=TODAY, by=by)
    PlanReview.objects.create(plan=plan, which="end", due=TODAY, findings="M", next_steps="M", by=by)
    Amendment.objects.create(plan=plan, version=2, reason="M", decision="M", on=TODAY, by=by)
    Document.objects.create(unit=unit, subject="M", symbol="M", issuer="M", file=a_file("mat.txt", by), added_by=by)
    return Plan.objects.get(pk=plan.pk)


def _measured(plan: Plan, by: User) -> None:
    days = {"starts_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)}
    target = MeasuredTarget.objects.create(plan=plan, name="M", unit_text="M", value=9, changed_by=by, **days)
    period = TargetPeriod.objects.create(target=target, name="M", due=date(2024, 1, 10), share=100, **days)
    part = TargetPart.objects.create(target=target, unit=plan.unit, value=9)
    TargetPart.objects.filter(pk=part.pk).update(path=f"/{part.pk}/")
    OwnLevel.objects.create(part=part, period=period, value=3, reason="M", by=by, on=TODAY)
    TargetValue.objects.create(
        part=part, period=period, value=3, note="M", reason="M", by=by, at=clock.now(), revision=1
    )


def _work(plan: Plan, unit: Unit, by: User) -> None:
    part = give(make_task(plan, due=date(2023, 1, 1)), unit, state=AssignmentState.DOING)
    _words_about(part, by)
    done = Reorganisation.objects.filter(unit=unit).first()
    if done is not None:
        Handover.objects.create(reorganisation=done, assignment=part, from_unit=unit, state=part.state, on=TODAY)
    JobRun.objects.create(kind="plans.read", title="M", error="M", started_by=by)
    notice = Notice.objects.create(user=by, kind="work.due", text="M", url="/viec/", key="mat", business_day=TODAY)
    PushMessage.objects.create(device=a_device(by), notice=notice, words="M")
    RecordAccess.objects.create(at=clock.now(), by=by, kind=KIND, unit=part.unit_id, filter="M")
    days = {"asked_on": TODAY, "answer_due": TODAY, "carry_out_due": TODAY}
    DataRequest.objects.create(person=by, unit=unit, kind="erasure", **days)
    OutgoingMail.objects.create(
        user=by,
        to="m@m.vn",
        subject="M",
        text="M",
        html="M",
        error="M",
        state="failed",
        attempts=1,
        failed_at=clock.now(),
    )


def _words_about(part: Assignment, by: User) -> None:
    count(part)
    report_of(part, by, ReportState.NOTED)
    report = report_of(part, by, ReportState.RETURNED)
    report.decision_note = "M"
    report.save()
    Obstacle.objects.filter(pk=obstacle_of(part, by, part.plan.unit).pk).update(answer="M", escalation_note="M")
    alone_of(part.unit, by, part.plan.unit, part.plan, "M")
    shared = answer_from(part.unit, by, "M")
    SharedAnswer.objects.filter(pk=shared.pk).update(reason="M")
    Assignment.objects.filter(pk=part.pk).update(open_obstacles=1)
    Executor.objects.create(assignment=part, user=by, note="M", given_on=TODAY)
    WorkPeriod.objects.create(
        assignment=part, name="M", starts_on=TODAY, ends_on=TODAY, due=TODAY, turns_on=TODAY, state="done"
    )
    AssignmentStep.objects.create(assignment=part, kind=StepKind.REPORTED, note="M", by=by, on=TODAY)


def _own_models() -> list[type[models.Model]]:
    rooms = (
        *("core", "accounts", "organisation", "duties", "worklist", "privacy", "reporting"),
        *("documents", "plans", "oversight", "steering"),
    )
    return [model for room in rooms for model in apps.get_app_config(room).get_models() if _holds_texts(model)]


def _holds_texts(model: type[models.Model]) -> bool:
    """Of people: not the history that triggers write, not what is the same for everybody, not what operators see."""
    common = model.__name__ in _NOT_OF_PEOPLE or "Event" in model.__name__
    return model.__module__.startswith("congdoan") and not common and bool(_texts(model))


def _texts(model: type[models.Model]) -> list[str]:
    fields = model._meta.concrete_fields
    found = [field for field in fields if isinstance(field, models.CharField | models.TextField) and not field.choices]
    return [field.name for field in found if field.name not in NO_TEXT_OF_PEOPLE and not _is_code(model, field.name)]


def _is_code(model: type[models.Model], name: str) -> bool:
    return (model.__name__, name) in _CODES


def _mark(model: type[models.Model], after: int) -> None:
    """Write the word into every text of the rows that are newer than row `after`."""
    for pk in model._default_manager.filter(pk__gt=after).values_list("pk", flat=True):
        model._default_manager.filter(pk=pk).update(**{name: _marked(name, pk) for name in _texts(model)})


def _marked(name: str, pk: int) -> str:
    mark = MARK.lower() if name in _FOLDED else MARK
    return f"{mark}{pk}@mat.vn" if name in ("email", "to") else f"{mark}{pk}" if name == "username" else f"{mark} {pk}"


def _last(model: type[models.Model]) -> int:
    return model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0


def _has_mark(model: type[models.Model]) -> bool:
    return any(model._default_manager.filter(**{f"{name}__icontains": MARK}).exists() for name in _texts(model))
