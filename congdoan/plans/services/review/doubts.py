"""Settling the places that the reader was not sure of."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.plans.models import Doubt
from congdoan.plans.services.review.doubt_marks import settle
from congdoan.plans.services.review.editing import editing, told
from congdoan.plans.services.review.effects import Picked, apply
from congdoan.plans.services.review.parties import settle_named


@transaction.atomic
def choose_reading(*, plan_id: int, doubt_id: int, choice: int, by: User, picked: Picked | None = None) -> Doubt:
    """Take choice number `choice` (from 0) of a doubt and do what it says.

    Raises Conflict when somebody settled the doubt in another way before.
    """
    with editing(plan_id, by=by, summary="Chọn cách hiểu") as edit:
        doubt = find(Doubt.objects.filter(plan=edit.plan), doubt_id)
        if doubt is None:
            raise Conflict(told(edit.plan, "doubt", doubt_id))
        if doubt.resolved_at is not None:
            if doubt.chosen == choice:
                return doubt
            raise Conflict(told(edit.plan, "doubt", doubt_id))
        if not 0 <= choice < len(doubt.choices):
            raise Invalid("Không có cách hiểu này. Tải lại trang.")
        chosen = doubt.choices[choice]
        apply(edit.plan, doubt, chosen["effect"], picked or Picked(), by)
        settle(Doubt.objects.filter(pk=doubt.pk), by=by, chosen=choice)
        settle_named(edit.plan, by=by)
        edit.summary = f"Chọn “{chosen['label']}”"
    doubt.refresh_from_db()
    return doubt
