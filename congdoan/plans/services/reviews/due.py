"""When a paper is looked back on: set when it is issued, by the rule of its kind; on the desk some days before."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from congdoan.core.rules import rule_on
from congdoan.plans.models import Plan, PlanKind, PlanReview, PlanState, ReviewWhich
from congdoan.worklist.services.items import NewWork, close_work, open_work

REVIEW: Final = "plans.look_back"
SHORT: Final = timedelta(days=365)
"""What runs for less than this is looked back on at its end alone."""


def set_reviews(plan: Plan, kind: PlanKind) -> None:
    """Give the issued paper its end, if it names none and the kind has a term, and its reviews; not saved."""
    assert plan.issued_on is not None
    if plan.until is None and kind.term_years:
        plan.until = _years_later(plan.issued_on, kind.term_years)
    if plan.until is None or plan.until <= plan.issued_on or not kind.reviews_at_end:
        return
    wanted = [PlanReview(plan=plan, which=ReviewWhich.END, due=plan.until)]
    whole = plan.until - plan.issued_on
    if kind.reviews_midway and whole >= SHORT:
        wanted.append(PlanReview(plan=plan, which=ReviewWhich.MIDWAY, due=plan.issued_on + whole / 2))
    PlanReview.objects.bulk_create(wanted)


@transaction.atomic
def open_reviews(*, on: date) -> int:
    """Put on the issuers' desks the reviews whose day has come near; returns how many."""
    near = on + timedelta(days=int(rule_on("plans.review.days", on)))
    waiting = PlanReview.objects.select_for_update(of=("self",), skip_locked=True).select_related("plan__unit")
    found = list(
        waiting.filter(due__lte=near, held_on=None, opened_on=None, plan__state__in=_LOOKED_BACK).exclude(
            plan__unit__ends_on__lte=on
        )
    )
    open_work(_work(review) for review in found)
    return PlanReview.objects.filter(pk__in=[review.pk for review in found]).update(opened_on=on)


def drop_reviews(plan: Plan) -> None:
    """Nobody looks back on what was withdrawn, replaced or repealed; what was held stays."""
    left: QuerySet[PlanReview] = plan.reviews.filter(held_on=None)
    close_work(REVIEW, left.values_list("pk", flat=True), cancelled=True)
    left.delete()


_LOOKED_BACK: Final = (PlanState.RUNNING, PlanState.CLOSED)


def _work(review: PlanReview) -> NewWork:
    plan = review.plan
    return NewWork(
        kind=REVIEW,
        object_id=review.pk,
        title=f"{review.get_which_display()} {plan}",
        source=plan.subject,
        unit_id=plan.unit_id,
        action="plans.draft",
        due=review.due,
        given_by_unit_id=plan.unit_id,
    )


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29/2
        return day.replace(year=day.year + years, day=28)
