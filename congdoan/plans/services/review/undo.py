"""Taking back the last change."""

from django.db import transaction
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.plans.models import DraftChange, Plan
from congdoan.plans.services.review.editing import draft_of
from congdoan.plans.services.review.order import number_again
from congdoan.plans.services.review.rows import Changes, is_still, photograph, put_back


@transaction.atomic
def undo_last_change(*, plan_id: int, by: User) -> DraftChange:
    """Take back the last change that `by` made to the draft and has not taken back yet.

    Raises Conflict when somebody else has changed the same rows since.
    """
    plan = draft_of(plan_id, by=by)
    change = DraftChange.objects.filter(plan=plan, by=by, undone_at=None).first()
    if change is None:
        raise Invalid("Không còn thay đổi nào để hoàn tác.")
    changes: Changes = {name: {key: tuple(pair) for key, pair in rows.items()} for name, rows in change.rows.items()}
    if not is_still(changes, photograph(plan)):
        raise Conflict(_whose(change))
    put_back(changes)
    number_again(plan)
    change.undone_at = timezone.now()
    change.save(update_fields=["undone_at"])
    Plan.objects.filter(pk=plan.pk).update(revision=plan.revision + 1, updated_at=change.undone_at)
    return change


def _whose(change: DraftChange) -> str:
    later = (
        DraftChange.objects.filter(plan=change.plan, pk__gt=change.pk, undone_at=None)
        .exclude(by=change.by)
        .select_related("by")
        .first()
    )
    if later is None or later.by is None:
        return "Chỗ này đã thay đổi tiếp nên không hoàn tác được. Sửa trực tiếp."
    did = f"{later.by.full_name} đã {later.summary[:1].lower()}{later.summary[1:]}"
    return f"{did} lúc {clock.in_words(later.at)}, nên không hoàn tác được. Sửa trực tiếp ở chỗ đó."
