"""Revoking a habit that was learned, and letting it hold again."""

from django.db import transaction
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.plans.models import Doubt, SectionHabit
from congdoan.plans.models.plan import EDITABLE


@transaction.atomic
def revoke_habit(*, habit_id: int, by: User) -> SectionHabit:
    """From now on no paper is given this suggestion, and open doubts no longer recommend it; twice changes nothing."""
    habit = _habit(habit_id, by)
    if habit.revoked_at is None:
        habit.revoked_at, habit.revoked_by = timezone.now(), by
        habit.save(update_fields=["revoked_at", "revoked_by"])
        _withdraw_suggestions(habit)
    return habit


@transaction.atomic
def restore_habit(*, habit_id: int, by: User) -> SectionHabit:
    """Let a revoked habit hold again, for papers that are read from now on."""
    habit = _habit(habit_id, by)
    habit.revoked_at = habit.revoked_by = None
    habit.save(update_fields=["revoked_at", "revoked_by"])
    return habit


def _habit(habit_id: int, by: User) -> SectionHabit:
    seen = SectionHabit.objects.visible_to(by, "readings.rules").select_for_update(of=("self",))
    habit = find(seen.select_related("scope", "unit"), habit_id)
    if habit is None:
        raise NotFound("Không có quy tắc này trong các quy tắc được xem.")
    require(by, "readings.rules", habit.scope)
    return habit


def _withdraw_suggestions(habit: SectionHabit) -> None:
    """The choices stay, so that a page that is open somewhere still sends what it shows; only the advice goes."""
    doubts = Doubt.objects.filter(plan__state__in=EDITABLE, resolved_at=None, choices__0__habit=habit.pk)
    changed = list(doubts.select_related("section"))
    for doubt in changed:
        first, *others = doubt.choices
        effect = {name: value for name, value in first["effect"].items() if name != "match"}
        doubt.choices = [{"label": first["label"], "effect": effect}, *others]
        doubt.message, doubt.suggested = "Văn bản không ghi ai chủ trì.", None
    Doubt.objects.bulk_update(changed, ["choices", "message", "suggested"])
