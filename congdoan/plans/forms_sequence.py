"""Choosing the task that must be done before another one of the same paper."""

from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.plans.models import Plan, Task
from congdoan.plans.sequence import waiting_for


class AfterField(forms.TypedChoiceField):
    """By number and title, in the paper's order; what waits for the task itself is left out."""

    def __init__(self, **more: Any) -> None:
        super().__init__(label="Làm sau khi xong", coerce=int, empty_value=None, required=False, **more)


class AfterForm(forms.Form):
    after_id = AfterField()

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_first(self, "after_id", task, tasks_in_force(task.plan))


def tasks_in_force(plan: Plan) -> Sequence[Task]:
    """What may be chosen from, for all forms of a page at once."""
    return list(plan.tasks.filter(withdrawn_on=None).order_by("order", "pk"))


def offer_first(form: forms.Form, name: str, task: Task | None, among: Sequence[Task]) -> None:
    """`task` is None for one that is not there yet: nothing waits for it."""
    left_out = waiting_for({one.pk: one.after_id for one in among}, task.pk) if task else set()
    field = form.fields[name]
    assert isinstance(field, AfterField)
    offered = ((one.pk, str(one).strip()[:120]) for one in among if one.pk not in left_out)
    field.choices = [("", "Không phải chờ việc nào"), *offered]
