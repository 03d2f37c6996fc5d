"""What a person enters to report: how it stands, figures, words, files."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.widgets import ManyFilesField
from congdoan.core.web import whole_number
from congdoan.plans.models import AssignmentTarget


class ReportForm(forms.Form):
    DOING, DONE, OBSTACLE = "doing", "done", "obstacle"

    status = forms.ChoiceField(
        label="Tình hình",
        choices=[
            (DOING, "Đang thực hiện"),
            (DONE, "Đã xong, đề nghị xác nhận"),
            (OBSTACLE, "Gặp vướng mắc, cần giải quyết"),
        ],
        initial=DOING,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label="Việc đã làm", required=False, max_length=10_000, widget=forms.Textarea({"rows": 4}))
    obstacle = forms.CharField(
        label="Vướng mắc, đề nghị giải quyết", required=False, max_length=10_000, widget=forms.Textarea({"rows": 4})
    )
    evidence = ManyFilesField(label="Minh chứng", required=False)
    sure = forms.BooleanField(label="Số liệu đúng như vậy", required=False)

    def __init__(self, *args: Any, targets: Iterable[AssignmentTarget], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for target in targets:
            self.fields[f"figure_{target.pk}"] = VnDecimalField(required=False, label=target.name)

    @property
    def figures(self) -> dict[int, Decimal]:
        """Target id → figure, of those that were filled in."""
        return {
            int(name.removeprefix("figure_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("figure_") and value is not None
        }

    @property
    def dropped(self) -> list[int]:
        """Ids of the draft's files that are not to go along."""
        data: Any = self.data
        return [pk for one in data.getlist("drop") if (pk := whole_number(one)) is not None]
