"""Marks doubts as settled, by whom and when."""

from django.db.models import QuerySet
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.plans.models import Doubt


def settle(doubts: "QuerySet[Doubt]", *, by: User, chosen: int | None = None) -> int:
    """Settle those of `doubts` that are open; `chosen` is the number of the choice taken, if there was one."""
    return doubts.filter(resolved_at=None).update(chosen=chosen, resolved_by=by, resolved_at=timezone.now())
