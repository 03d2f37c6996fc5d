from collections.abc import Mapping

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.plans.models import Continuation, Plan
from congdoan.plans.services.review.editing import draft_of


@transaction.atomic
def match_tasks(*, plan_id: int, by: User, into: Mapping[int, int | None]) -> Plan:
    """Say of each old task, by the id of its row, under which task of the draft its work goes on; None ends it.

    Raises Invalid for a task of another paper.
    """
    plan = draft_of(plan_id, by=by)
    tasks = set(plan.tasks.filter(withdrawn_on=None).values_list("pk", flat=True))
    rows = list(plan.continues.select_for_update().filter(pk__in=into))
    for row in rows:
        chosen = into[row.pk]
        if chosen is not None and chosen not in tasks:
            raise Invalid("Nhiệm vụ được chọn không còn trong bản nháp. Tải lại trang rồi chọn lại.")
        row.into_id = chosen
    Continuation.objects.bulk_update(rows, ["into"])
    return plan
