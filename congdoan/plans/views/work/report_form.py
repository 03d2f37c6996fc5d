"""What a person enters to report: how it stands, figures, words, files."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from congdoan.core.ui.widgets import ManyFilesField
from congdoan.core.web import whole_number
from congdoan.plans.models import AssignmentTarget

_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")


class VnDecimalField(forms.Field):
    """A number as people here write it: 1.234,5; the product's own 1234.5 is taken too."""

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip().replace(" ", "")
        if not text:
            return None
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        elif _THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        try:
            number = Decimal(text)
        except InvalidOperation as error:
            raise forms.ValidationError(f"“{value}” không phải là số. Nhập lại, ví dụ 21 hoặc 12,5.") from error
        if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
            raise forms.ValidationError(f"Số “{value}” quá lớn. Nhập lại.")
        return number.quantize(Decimal("0.01"))


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
