"""What of the superior's work a task carries out, and when the work below it is enough."""

from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.plans.models import Plan, RollUp, Task
from congdoan.plans.queries.local.given import given_tasks


class GivenTaskField(forms.ModelChoiceField[Task]):
    """A task that a superior gave to the unit; hidden where none did."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Task.objects.none(), empty_label="Không thực hiện nhiệm vụ nào của cấp trên", **kwargs)

    def label_from_instance(self, obj: Task) -> str:
        return f"{obj.plan.symbol}, {obj.number}: {obj.title}"[:140]


def offer_given(form: forms.BaseForm, name: str, plan: Plan) -> None:
    """Offer what was given to the plan's unit: what its superior's plan gave first."""
    found = given_tasks(plan.unit)
    field = form.fields[name]
    assert isinstance(field, GivenTaskField)
    field.queryset = found.filter(plan=plan.carries_out_id) if plan.carries_out_id else found
    if not field.queryset.exists():
        del form.fields[name]


def offer_superiors(form: forms.BaseForm, name: str, found: Sequence[Plan]) -> None:
    """Offer the plans that gave work to the unit; no field where none did."""
    widget = form.fields[name].widget
    assert isinstance(widget, forms.Select)
    widget.choices = [("", "Không thực hiện văn bản nào"), *((one.pk, _named(one)) for one in found)]
    if not found:
        del form.fields[name]


def _named(plan: Plan) -> str:
    return f"{plan} của {plan.unit}: {plan.subject}"[:140]


class CarriesOutForm(forms.Form):
    carries_out_id = GivenTaskField(label="Thực hiện nhiệm vụ cấp trên", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_given(self, "carries_out_id", plan)

    def clean(self) -> dict[str, int | None]:
        chosen: Task | None = (super().clean() or {}).get("carries_out_id")
        return {"carries_out_id": chosen.pk if chosen else None}


class RollUpForm(forms.Form):
    roll_up = forms.ChoiceField(label="Đơn vị báo xong được khi", choices=RollUp.choices)
    roll_up_least = forms.IntegerField(
        label="Số phần việc, hoặc tỷ lệ %", required=False, min_value=1, max_value=30_000
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        return {**data, "roll_up_least": None} if data.get("roll_up") in (RollUp.ALL, RollUp.SUM) else data
