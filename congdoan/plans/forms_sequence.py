"""Choosing the task that must be done before another one of the same paper."""

from typing import Any

from django import forms

from congdoan.plans.models import Task
from congdoan.plans.sequence import waiting_for
from congdoan.plans.services.sequence import order_of


class AfterField(forms.TypedChoiceField):
    """By number and title, in the paper's order; what waits for the task itself is left out."""

    def __init__(self, **more: Any) -> None:
        super().__init__(label="Làm sau khi xong", coerce=int, empty_value=None, required=False, **more)


class AfterForm(forms.Form):
    after_id = AfterField()

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_first(self, "after_id", task)


def offer_first(form: forms.Form, name: str, task: Task) -> None:
    left_out = waiting_for(order_of(task.plan), task.pk)
    tasks = task.plan.tasks.filter(withdrawn_on=None).exclude(pk__in=left_out).order_by("order", "pk")
    field = form.fields[name]
    assert isinstance(field, AfterField)
    field.choices = [("", "Không phải chờ việc nào"), *((one.pk, str(one).strip()[:120]) for one in tasks)]
