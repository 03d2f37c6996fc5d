"""Which task must be done before which: checked when it is said, kept when tasks become one."""

from congdoan.core.errors import Invalid
from congdoan.plans.models import Plan, Task
from congdoan.plans.sequence import Order, closes_circle


def order_of(plan: Plan) -> Order:
    """Of the tasks that are in force."""
    return dict(plan.tasks.filter(withdrawn_on=None).values_list("pk", "after_id"))


def check_after(plan: Plan, task: Task, first_id: int | None) -> None:
    """Raises Invalid unless `first_id` is another task of the plan that does not itself wait for `task`."""
    if first_id is None:
        return
    order = order_of(plan)
    if first_id not in order:
        raise Invalid("Nhiệm vụ phải xong trước không còn trong văn bản. Chọn lại.", field="after_id")
    if closes_circle(order, task.pk, first_id):
        first = Task.objects.get(pk=first_id)
        raise Invalid(
            f"Mục {first.number} chính là việc này, hoặc phải chờ việc này xong. Chọn việc khác.", field="after_id"
        )


def join(kept: Task, gone: Task) -> int | None:
    """What waited for `gone` waits for `kept`, which takes its place; gives the id of what `kept` itself waits for."""
    order = {**order_of(kept.plan)}
    first = kept.after_id if kept.after_id != gone.pk else None
    if first is None and gone.after_id != kept.pk:
        first = gone.after_id
    order[kept.pk] = first
    for follower in Task.objects.filter(after=gone).exclude(pk=kept.pk):
        into = None if closes_circle(order, follower.pk, kept.pk) else kept.pk
        order[follower.pk] = into
        Task.objects.filter(pk=follower.pk).update(after=into)
    return first
