"""Builds a draft from what the reader found in a paper."""

from typing import Any

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock, workdays
from congdoan.core.text import normalise
from congdoan.documents.models import DocumentType, Reading
from congdoan.documents.reading.model import Header
from congdoan.documents.services.results import document_type_of, result_of
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan, PlanState, PlanStep
from congdoan.plans.queries.kinds import kind_of_paper
from congdoan.plans.services.basis.found import basis_cited
from congdoan.plans.services.drafting.doubts import make_doubts
from congdoan.plans.services.drafting.parties import PartyMaker
from congdoan.plans.services.drafting.sections import make_sections
from congdoan.plans.services.drafting.tasks import make_parties, make_targets, make_tasks
from congdoan.plans.services.lifecycle.submit import open_review

DAYS_TO_REVIEW = 3


@transaction.atomic
def draft_from_reading(*, reading_id: int, by: User) -> Plan:
    """Make a plan in review of a paper that was read: sections, tasks with their units and days, targets, doubts.

    Opens "review" for `by`. Raises NotAllowed unless `by` may draft plans at the paper's unit.
    """
    reading = Reading.objects.select_related("document__unit").get(pk=reading_id)
    unit = reading.document.unit
    require(by, "plans.draft", unit)
    read = result_of(reading)
    maker = PartyMaker(unit)
    header = read.header
    plan = Plan(
        unit=unit,
        subject=normalise(header.subject or reading.document.subject)[:1000],
        state=PlanState.IN_REVIEW,
        issued_on=header.date,
        **_number(unit, header),
        until=header.until,
        coordinator=maker.unit_of(read.coordinator.unit) if read.coordinator else None,
        document=reading.document,
        reading=reading,
        created_by=by,
    )
    plan.take_kind(kind_of_paper(document_type_of(header.type, DocumentType.PLAN), unit, on=clock.today()))
    plan.save()
    PlanStep.objects.create(plan=plan, before="", after=PlanState.IN_REVIEW, by=by, on=clock.today())
    plan.stands_on = basis_cited(plan, by)
    plan.save(update_fields=["stands_on"])
    sections = make_sections(plan, read)
    tasks = make_tasks(plan, read, sections, list(reading.pages.all()))
    make_parties(tasks, read, maker)
    make_targets(plan, read, sections, tasks)
    make_doubts(plan, read, tasks, sections, maker)
    open_review(plan, due=workdays.add_workdays(clock.today(), DAYS_TO_REVIEW))
    return plan


def _number(unit: Unit, header: Header) -> dict[str, Any]:
    """The number that the paper has, unless a plan of the unit already has it."""
    symbol = (header.symbol or "")[:80]
    if symbol and Plan.objects.filter(unit=unit, symbol=symbol, issued_on=header.date).exists():
        return {}
    number = header.number or ""
    return {"symbol": symbol, "number": int(number) if number.isdecimal() and len(number) < 9 else None}
