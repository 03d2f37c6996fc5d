"""Issuing: the plan gets its number, and every unit finds on its desk what it must do."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.numbering import next_number, reserve_through
from congdoan.documents.models import Document
from congdoan.organisation.rights import posts_of
from congdoan.plans.models import Plan, PlanState
from congdoan.plans.queries.kinds import kind_of
from congdoan.plans.services.basis.stand_on import cite_bases
from congdoan.plans.services.lifecycle.distribute import assign_tasks, open_take_work
from congdoan.plans.services.lifecycle.notify import tell_issued
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step
from congdoan.plans.services.merging.take_over import continue_work, retire_merged
from congdoan.plans.services.outside import announce_issued
from congdoan.plans.services.reviews.due import set_reviews
from congdoan.plans.services.targets.work import tell_given_with
from congdoan.reporting.models import SERIES, IssuedReport
from congdoan.worklist.services.items import close_work

Progress = Callable[[str, int, int], None]


def _say_nothing(stage: str, done: int, total: int) -> None:
    """For callers that nobody watches."""


@transaction.atomic
def issue_plan(
    *,
    plan_id: int,
    by: User,
    on: date,
    signer: User | None = None,
    number: int | None = None,
    progress: Progress = _say_nothing,
) -> Plan:
    """Issue a plan: give it its number, and give every task to its lead and cooperating units, all or nothing.

    `number` is given when the paper already has one from a register kept elsewhere; the series goes on after it. Papers
    of a kind without numbers get none.
    Where it merges others, their running work goes on under its tasks, and they are replaced.
    Opens one work item for each task and unit, due on the task's due day.
    Raises IllegalTransition unless the plan is approved, NotAllowed unless `by` may issue for the plan's unit,
    Invalid when the number is taken, the day is yet to come or the unit does not issue such papers.
    """
    plan = locked_plan(plan_id, by=by, action="plans.issue")
    kind = kind_of(plan.kind, on=clock.today(), unit=plan.unit)
    if on > clock.today():
        raise Invalid(f"Ngày ban hành {on:%d/%m/%Y} chưa đến. Nhập hôm nay hoặc một ngày trước.", field="on")
    plan.signer = signer or plan.signer or by
    plan.signer_title = _title_of(plan.signer)
    plan.issued_on = on
    set_reviews(plan, kind)
    take_step(plan, PlanState.ISSUED, by=by, on=on)
    tasks = list(plan.tasks.filter(withdrawn_on=None).values_list("pk", flat=True))
    progress("Giao nhiệm vụ", 0, len(tasks))
    continue_work(plan, by=by, on=on)
    assign_tasks(plan, tasks, on=on)
    _give_number(plan, number)
    progress("Đưa việc lên bàn từng đơn vị", 1, 2)
    open_take_work(plan, tasks)
    take_step(plan, PlanState.RUNNING, by=by, on=on)
    _file_paper(plan, by)
    retire_merged(plan, by=by, on=on)
    cite_bases(plan)
    close_work("plans.issue", [plan.pk])
    tell_issued(plan)
    tell_given_with(plan)
    announce_issued(plan)
    return plan


def _give_number(plan: Plan, number: int | None) -> None:
    """As late as can be: the work items that follow carry the symbol, so they come after it."""
    assert plan.issued_on is not None
    if not plan.series:
        plan.number, plan.symbol = None, ""
        return
    year = plan.issued_on.year
    if number is None:
        plan.number = next_number(unit_id=plan.unit_id, series=plan.series, year=year)
    else:
        if Plan.objects.filter(
            unit=plan.unit, issuer=None, series=plan.series, number=number, issued_on__year=year
        ).exists():
            raise Invalid(f"Số {number} đã cấp trong năm {year}. Để trống để lấy số tiếp theo.", field="number")
        reports = IssuedReport.objects.filter(unit=plan.unit, number=number, issued_on__year=year)
        if plan.series == SERIES and (report := reports.first()):
            raise Invalid(f"Số {number} đã cấp cho {report.told}. Để trống để lấy số tiếp theo.", field="number")
        reserve_through(unit_id=plan.unit_id, series=plan.series, year=year, number=number)
        plan.number = number
    plan.symbol = f"{plan.number}/{plan.series}-{plan.unit.symbol}"


def _title_of(signer: User) -> str:
    posts = posts_of(signer)
    return posts[0].title if posts else ""


def _file_paper(plan: Plan, by: User) -> None:
    """The paper in the store bears what was issued; a plan written in the product gets its entry now."""
    paper = plan.document or Document(unit=plan.unit, added_by=by)
    paper.type, paper.symbol, paper.issued_on = plan.type, plan.symbol, plan.issued_on
    paper.issuer, paper.subject, paper.validity = plan.unit.name, plan.subject, Document.Validity.IN_FORCE
    paper.save()
    plan.document = paper
    plan.save()
