"""The form by which an issued plan is amended: one small form for each chosen task, one for a new task."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.urls import reverse_lazy

from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.widgets import MultipleCombobox
from congdoan.organisation.models import INSIDE, Unit, UnitKind
from congdoan.plans.forms_local import GivenTaskField, RollUpForm, offer_given
from congdoan.plans.forms_sequence import AfterField, offer_first
from congdoan.plans.models import PartyRole, Plan, Section, Task
from congdoan.plans.services.lifecycle.amend import (
    AddTask,
    Change,
    ChangeAfter,
    ChangeParties,
    ChangeRollUp,
    MoveDue,
    Reword,
    Withdraw,
)
from congdoan.plans.services.lifecycle.parties import Parties

_EVERY: Final = {UnitKind.DEPARTMENT: "Tất cả ban, văn phòng"}
_UNITS = reverse_lazy("organisation:unit-suggestions")


class ReasonOfAmendment(forms.Form):
    reason = forms.CharField(label="Lý do điều chỉnh", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    decision = forms.CharField(
        label="Văn bản điều chỉnh", required=False, max_length=120, help_text="Ví dụ: 12/CV-LĐLĐ"
    )


class TaskForm(forms.Form):
    """A task that `unit` gives to units under it."""

    title = forms.CharField(label="Tên việc", max_length=300)
    text = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    due = VnDateField(label="Hạn", required=False)
    lead = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label="Chủ trì",
        required=False,
        widget=MultipleCombobox(_UNITS),
        help_text="Chọn đơn vị ở đây, hoặc cả một cấp ở dưới.",
    )
    lead_kinds = forms.MultipleChoiceField(label="Chủ trì theo cấp", required=False)
    cooperating: forms.ModelMultipleChoiceField[Unit] = forms.ModelMultipleChoiceField(
        None, label="Phối hợp", required=False, widget=MultipleCombobox(_UNITS)
    )
    cooperating_kinds = forms.MultipleChoiceField(label="Phối hợp theo cấp", required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.under(unit)
        self.fields["lead"].queryset = self.fields["cooperating"].queryset = units  # type: ignore[attr-defined]
        kinds = kinds_below(unit)
        for name in ("lead_kinds", "cooperating_kinds"):
            self.fields[name].choices = kinds  # type: ignore[attr-defined]
            self.fields[name].widget = forms.CheckboxSelectMultiple(choices=kinds)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("lead") or data.get("lead_kinds") or data.get("withdraw")):
            self.add_error("lead", "Chọn ít nhất một đơn vị chủ trì.")
        return data

    @property
    def parties(self) -> Parties:
        data = self.cleaned_data
        return Parties(
            tuple(unit.pk for unit in data["lead"]),
            tuple(unit.pk for unit in data["cooperating"]),
            tuple(data["lead_kinds"]),
            tuple(data["cooperating_kinds"]),
        )


class ExistingTaskForm(TaskForm, RollUpForm):
    """Starts with what holds now; `changes` are what differs."""

    field_order = (*TaskForm.base_fields, "after_id", *RollUpForm.base_fields, "withdraw", "only")
    after_id = AfterField()
    withdraw = forms.BooleanField(label="Bỏ nhiệm vụ này", required=False)
    only = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label="Hạn mới, việc bỏ chỉ với đơn vị",
        required=False,
        widget=MultipleCombobox(_UNITS),
        help_text="Để trống thì áp dụng cho mọi đơn vị có nhiệm vụ này.",
    )

    def __init__(self, *args: Any, task: Task, among: Sequence[Task], **kwargs: Any) -> None:
        """`among` are the tasks of the paper, read once for all forms of the page."""
        self.task = task
        super().__init__(*args, unit=task.plan.unit, prefix=f"task-{task.pk}", initial=_initial(task), **kwargs)
        offer_first(self, "after_id", task, among)
        self.fields["only"].queryset = Unit.objects.filter(assignments__task=task)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("only") and not (data.get("withdraw") or "due" in self.changed_data):
            self.add_error("only", "Đổi hạn hoặc đánh dấu bỏ nhiệm vụ cho các đơn vị này, hay bỏ chọn đơn vị.")
        return data

    @property
    def changes(self) -> Iterator[Change]:
        data, task = self.cleaned_data, self.task
        only = tuple(unit.pk for unit in data["only"])
        if data["withdraw"]:
            yield Withdraw(task.pk, only)
            if not only:
                return
        if {"title", "text"} & set(self.changed_data):
            yield Reword(task.pk, data["title"], data["text"] or task.text)
        if "due" in self.changed_data and not data["withdraw"]:
            yield MoveDue(task.pk, data["due"], only)
        if {"lead", "lead_kinds", "cooperating", "cooperating_kinds"} & set(self.changed_data):
            yield ChangeParties(task.pk, self.parties)
        if "after_id" in self.changed_data:
            yield ChangeAfter(task.pk, data["after_id"])
        if {"roll_up", "roll_up_least"} & set(self.changed_data):
            yield ChangeRollUp(task.pk, data["roll_up"], data["roll_up_least"])


class NewTaskForm(TaskForm):
    section = forms.ModelChoiceField(
        Section.objects.none(), label="Thuộc mục", required=False, empty_label="Không thuộc mục nào"
    )
    number = forms.CharField(label="Số mục", max_length=40, required=False)
    carries_out = GivenTaskField(label="Thực hiện nhiệm vụ cấp trên", required=False)
    after_id = AfterField()

    field_order = (
        "section",
        "number",
        "carries_out",
        "title",
        "text",
        "due",
        "lead",
        "lead_kinds",
        "cooperating",
        "cooperating_kinds",
        "after_id",
    )

    def __init__(self, *args: Any, plan: Plan, among: Sequence[Task], **kwargs: Any) -> None:
        super().__init__(*args, unit=plan.unit, prefix="new", **kwargs)
        offer_first(self, "after_id", None, among)
        self.fields["section"].queryset = Section.objects.filter(plan=plan)  # type: ignore[attr-defined]
        offer_given(self, "carries_out", plan)

    @property
    def changes(self) -> Iterator[Change]:
        data = self.cleaned_data
        section_id = data["section"].pk if data["section"] else None
        superior: Task | None = data.get("carries_out")
        words = (data["number"], data["title"], data["text"])
        superior_id = superior.pk if superior else None
        yield AddTask(section_id, *words, data["due"], self.parties, superior_id, data["after_id"])


def kinds_below(unit: Unit) -> list[tuple[str, str]]:
    """The whole levels to which the unit can give work: those that it has units of, its departments first."""
    found = set(Unit.objects.under(unit).exclude(pk=unit.pk).order_by().values_list("kind", flat=True).distinct())
    order = [UnitKind.DEPARTMENT, *(kind for kind in UnitKind if kind not in INSIDE)]
    return [(kind.value, _EVERY.get(kind, f"Tất cả {kind.label}")) for kind in order if kind in found]


def _initial(task: Task) -> dict[str, Any]:
    parties = list(task.parties.all())
    named = {role: [p for p in parties if p.role == role] for role in PartyRole.values}
    return {
        "title": task.title,
        "text": task.text,
        "due": task.due,
        "after_id": task.after_id,
        "roll_up": task.roll_up,
        "roll_up_least": task.roll_up_least,
        **{role: [p.unit_id for p in rows if p.unit_id] for role, rows in named.items()},
        **{f"{role}_kinds": [p.audience for p in rows if p.audience] for role, rows in named.items()},
    }
