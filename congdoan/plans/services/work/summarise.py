"""Keeps the counts of wide plans true: made anew after something that they count has changed."""

from django.db import transaction

from congdoan.core.finding import find
from congdoan.plans.models import Assignment, FollowUpChange, FollowUpSummary, Plan
from congdoan.plans.queries.work.follow_up.summary import WIDE, kept_of


def summarise_changed() -> int:
    """Returns how many plans were counted."""
    _note_every_plan()
    changed = FollowUpChange.objects.order_by("followed").values_list("followed", flat=True).distinct()
    return sum(summarise(plan_id) for plan_id in list(changed))


@transaction.atomic
def summarise(plan_id: int) -> bool:
    """Whether the plan is wide, so that its counts are kept.

    Notes go first: what is committed while the rows are counted leaves its own note, and the plan is counted once more.
    """
    FollowUpChange.objects.filter(followed=plan_id).delete()
    plan = find(Plan.objects.select_related("unit"), plan_id)
    if plan is None or Assignment.objects.filter(plan=plan)[WIDE - 1 : WIDE].count() == 0:
        FollowUpSummary.objects.filter(plan=plan_id).delete()
        return False
    FollowUpSummary.objects.update_or_create(plan=plan, defaults=kept_of(plan))
    return True


@transaction.atomic
def _note_every_plan() -> None:
    """A note of every plan becomes one of each whose counts are kept."""
    if FollowUpChange.objects.filter(followed=0).delete()[0]:
        kept = FollowUpSummary.objects.values_list("plan", flat=True)
        FollowUpChange.objects.bulk_create(FollowUpChange(followed=plan_id) for plan_id in kept)
