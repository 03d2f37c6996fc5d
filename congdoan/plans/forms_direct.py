"""The short form by which a leader gives work at once: what is said, and up to five tasks."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from congdoan.organisation.models import Unit
from congdoan.plans.forms_amend import TaskForm
from congdoan.plans.models import PlanKind
from congdoan.plans.services.direct.give import GivenTask

MOST: Final = 5


class DirectForm(forms.Form):
    kind = forms.ChoiceField(label="Giao bằng")
    words = forms.CharField(label="Nội dung chỉ đạo, kết luận", max_length=1000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, kinds: Iterable[PlanKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.code, kind.name) for kind in kinds]  # type: ignore[attr-defined]


class DirectTaskForm(TaskForm):
    @property
    def given(self) -> GivenTask:
        data = self.cleaned_data
        return GivenTask(data["title"], data["text"], data["due"], self.parties)


def task_forms(data: Any, unit: Unit) -> list[DirectTaskForm]:
    """The first must be filled in; others that stay empty are no tasks."""
    return [
        DirectTaskForm(data, unit=unit, prefix=f"viec-{place}", empty_permitted=place > 1, use_required_attribute=False)
        for place in range(1, MOST + 1)
    ]
