"""Plans of the district in every state of their lifecycle."""

from typing import Any

from congdoan.accounts.models import User
from congdoan.core.exports.large import Asked, as_result
from congdoan.core.models import JobRun
from congdoan.documents.models import Document, ReadingPage
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.plans.models import AssignmentState, CheckedReading, Continuation, Plan, PlanReview, PlanState, Section
from tests.plans.drafts import add_task
from tests.plans.factories import ISSUED, give, make_task
from tests.plans.readings import draft
from tests.rights import target_things
from tests.rights.office_things import a_file
from tests.rights.people import TODAY


def things(own: Unit, below: Unit, owner: User) -> dict[str, dict[str, Any]]:
    done = plan_of(own, owner, PlanState.RUNNING, "Đã xong việc")
    give(make_task(done), own, state=AssignmentState.DONE)
    running = plan_of(own, owner, PlanState.RUNNING, "Đang chạy")
    task = make_task(running, due=ISSUED)
    give(task, below, state=AssignmentState.DOING)
    beside = plan_of(own, owner, PlanState.RUNNING, "Chạy bên cạnh")
    give(make_task(beside, due=ISSUED), below, state=AssignmentState.DOING)
    targets = target_things.of_own_plan(running, below, owner)
    in_states = {
        "plan_ready": PlanState.IN_REVIEW,
        "plan_submitted": PlanState.SUBMITTED,
        "plan_approved": PlanState.APPROVED,
    }
    review = _under_review(own, owner)
    return {
        "plan_review": review,
        "checked": {"plan_id": _checked(review["plan_id"], owner)},
        "learned": {"rule_id": UnitAlias.objects.create(unit=own, scope=own, text="Huyện tôi", folded="huyen toi").pk},
        "plan_running": {
            "plan_id": running.pk,
            "task_id": task.pk,
            "successor": done.pk,
            "beside": beside.pk,
            "review_id": review_of(running),
        },
        "sheet_run": {"run_id": _sheet_run(running, owner)},
        "plan_done": {"plan_id": done.pk},
        "plan_merging": {"plan_id": _merging(own, owner).pk},
        **targets,
        **{name: {"plan_id": _with_task(own, owner, state).pk} for name, state in in_states.items()},
    }


def _sheet_run(plan: Plan, by: User) -> int:
    """A sheet that was made, to be taken by who asked for it."""
    asked = as_result(Asked("plans.parts", plan.pk))
    run = JobRun.objects.create(kind="core.sheet", title="Tệp Excel", started_by=by, state="done")
    JobRun.objects.filter(pk=run.pk).update(result=asked | {"file": a_file("phan-viec.xlsx", by).pk})
    return run.pk


def review_of(plan: Plan) -> int:
    return PlanReview.objects.create(plan=plan, which="end", due=TODAY).pk


def plan_of(unit: Unit, by: User, state: str, subject: str, **more: Any) -> Plan:
    issued = {"issued_on": ISSUED} if state == PlanState.RUNNING else {}
    return Plan.objects.create(unit=unit, created_by=by, state=state, subject=subject, signer=by, **issued, **more)


def _with_task(own: Unit, by: User, state: str) -> Plan:
    plan = plan_of(own, by, state, f"Kế hoạch {state}")
    add_task(plan, "I.1", own, TODAY)
    return plan


def _merging(own: Unit, by: User) -> Plan:
    """A draft that takes over a task of a running paper."""
    old = make_task(plan_of(own, by, PlanState.RUNNING, "Sẽ gộp"), due=TODAY)
    give(old, own, state=AssignmentState.DOING)
    plan = _with_task(own, by, PlanState.IN_REVIEW)
    Continuation.objects.create(plan=plan, old=old, into=plan.tasks.get())
    return plan


def _under_review(own: Unit, by: User) -> dict[str, Any]:
    plan = draft(own, by)
    assert plan.reading is not None
    ReadingPage.objects.create(
        reading=plan.reading, number=1, start=0, end=len(plan.reading.text), image=a_file("trang-1.png", by)
    )
    second = plan.tasks.order_by("order")[1]
    beside = plan.sections.get(number="II.2.5")
    section = Section.objects.create(
        plan=plan, number="II.2.9", printed="2.9", title="Mục trống", order=beside.order + 1, depth=beside.depth
    )
    doubt = plan.doubts.get(code="two_readings")
    paper = Document.objects.create(unit=own, subject="Được viện dẫn", added_by=by)
    return {
        "plan_id": plan.pk,
        "task_id": second.pk,
        "revision": second.revision,
        "section_id": section.pk,
        "section_number": section.number,
        "section_title": section.title,
        "doubt_id": doubt.pk,
        "choice": 1,
        "citation_id": Document.objects.get(pk=plan.document_id).citations.all()[0].pk,
        "document_id": paper.pk,
        "subject": plan.subject,
        "coordinator": plan.coordinator_id or "",
    }


def _checked(plan_id: int, by: User) -> int:
    plan = Plan.objects.get(pk=plan_id)
    answers = {"header": {"absent": []}, "citations": [], "targets": [], "tasks": []}
    CheckedReading.objects.create(
        plan=plan,
        reading=plan.reading,
        unit=plan.unit,
        type=plan.type,
        checked_on=TODAY,
        checked_by=by,
        answers=answers,
    )
    return plan.pk
