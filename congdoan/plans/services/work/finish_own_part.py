from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotAllowed
from congdoan.plans.models import Assignment, Executor, StepKind
from congdoan.plans.services.work.items import EXECUTE
from congdoan.plans.services.work.lookup import locked_assignment
from congdoan.plans.services.work.steps import record
from congdoan.worklist.services.items import close_work


@transaction.atomic
def finish_own_part(*, assignment_id: int, by: User, note: str = "") -> Assignment:
    """A person says that the part given to them is done; the unit's own result is reported apart."""
    assignment = locked_assignment(assignment_id, by)
    executor = Executor.objects.select_for_update().filter(assignment=assignment, user=by).first()
    if executor is None:
        raise NotAllowed("Chỉ người được phân công mới báo xong phần việc của mình.")
    if executor.done_on:
        raise Conflict(f"Phần việc này đã báo xong ngày {executor.done_on:%d/%m/%Y}.")
    executor.done_on = clock.today()
    executor.save(update_fields=["done_on"])
    record(assignment, StepKind.PART_DONE, by, note)
    close_work(EXECUTE, [assignment.pk], user_id=by.pk)
    return assignment
