"""The forms of merging papers into one: which, and which task becomes which."""

from typing import Any

from django import forms

from congdoan.plans.models import Continuation, Plan, Task
from congdoan.plans.queries.merging.listed import others_to_merge


class MergeForm(forms.Form):
    subject = forms.CharField(label="Trích yếu văn bản mới", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    others = forms.ModelMultipleChoiceField(
        Plan.objects.none(),
        label="Gộp với",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một văn bản để gộp."},
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"].initial = plan.subject
        field: Any = self.fields["others"]
        field.queryset = others_to_merge(plan)
        field.label_from_instance = lambda one: f"{one}: {one.subject}"[:160]


class MatchForm(forms.Form):
    """One choice for each old task, among the tasks of the draft."""

    def __init__(self, *args: Any, rows: list[Continuation], tasks: list[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        choices = [("", "Kết thúc, không làm tiếp")]
        choices += [(str(task.pk), f"{task.number} {task.title}"[:120]) for task in tasks]
        for row in rows:
            self.fields[f"into-{row.pk}"] = forms.ChoiceField(
                label=f"{row.old.number} {row.old.title}", choices=choices, required=False, initial=row.into_id or ""
            )

    @property
    def lines(self) -> list[tuple[Continuation, forms.BoundField]]:
        return [(row, self[f"into-{row.pk}"]) for row in self.rows]

    @property
    def into(self) -> dict[int, int | None]:
        chosen = {row.pk: self.cleaned_data[f"into-{row.pk}"] for row in self.rows}
        return {pk: int(value) if value else None for pk, value in chosen.items()}
