"""What is entered to set a target, to split it, to say when how much is due, and to give a figure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import DropZone, ManyFilesField
from congdoan.organisation.models import Unit
from congdoan.plans.models import (
    Combining,
    Counting,
    Direction,
    Measure,
    Periodicity,
    Plan,
    TargetPart,
    TargetPeriod,
    Task,
)
from congdoan.plans.queries.targets.sources import target_sources
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.split_methods import Method


class TaskOfPlanField(forms.ModelChoiceField[Task]):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Task.objects.none(), empty_label="Không gắn với nhiệm vụ nào", **kwargs)

    def label_from_instance(self, obj: Task) -> str:
        return f"{obj.number} {obj.title}"[:140]


class TargetForm(SeenForm):
    name = forms.CharField(label="Tên chỉ tiêu", max_length=300)
    measure = forms.ChoiceField(label="Loại số", choices=Measure.choices)
    unit_text = forms.CharField(
        label="Đơn vị tính",
        max_length=60,
        required=False,
        help_text="Ví dụ: thủ tục, lớp, cuộc. Để trống với %, người, đồng.",
    )
    value = VnDecimalField(label="Mức phải đạt đến ngày cuối")
    direction = forms.ChoiceField(label="Chiều", choices=Direction.choices)
    base_value = VnDecimalField(label="Số gốc để so sánh", required=False)
    base_year = forms.IntegerField(label="Năm của số gốc", required=False, min_value=1945, max_value=2100)
    starts_on = VnDateField(label="Đo từ ngày")
    ends_on = VnDateField(label="Đến hết ngày")
    periodicity = forms.ChoiceField(label="Kỳ nhập số", choices=Periodicity.choices)
    days_to_enter = forms.IntegerField(label="Số ngày để nhập sau khi hết kỳ", min_value=0, max_value=90, initial=10)
    counting = forms.ChoiceField(label="Số của một kỳ là", choices=Counting.choices)
    combining = forms.ChoiceField(label="Số của cấp trên từ các đơn vị dưới", choices=Combining.choices)
    source = forms.ChoiceField(label="Nguồn số liệu")
    task = TaskOfPlanField(label="Nhiệm vụ", required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(name, source.label) for name, source in target_sources.items()]
        self.fields["source"].choices = choices  # type: ignore[attr-defined]
        tasks = plan.tasks.filter(withdrawn_on=None)
        self.fields["task"].queryset = tasks  # type: ignore[attr-defined]


class SharesForm(SeenForm):
    """One percentage for each period."""

    def __init__(self, *args: Any, periods: Iterable[TargetPeriod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for period in periods:
            field = VnDecimalField(label=f"{period.name} (%)", initial=figure_text(period.share))
            self.fields[f"share-{period.pk}"] = field

    @property
    def shares(self) -> dict[int, Decimal]:
        found = self.cleaned_data.items()
        return {int(name.removeprefix("share-")): value for name, value in found if name.startswith("share-")}


class SplitForm(SeenForm):
    """How to split, among which units; `units` have a line each with a level and a weight."""

    method = forms.ChoiceField(label="Cách chia", choices=Method.choices, initial=Method.HAND, widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        label="Chia cho cả cấp", required=False, help_text="Thêm mọi đơn vị của cấp đó, khi chia đều."
    )
    file = forms.FileField(
        label="Tệp Excel",
        required=False,
        widget=DropZone(accept=".xlsx", kinds="Excel (.xlsx)"),
        help_text="Các cột: Đơn vị, Mức giao, Trọng số.",
    )
    sure = forms.BooleanField(label="Giữ mức lệch so với tổng", required=False)

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        parts: Iterable[TargetPart],
        kinds: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]
        self.fields["kinds"].widget = forms.CheckboxSelectMultiple(choices=kinds)
        have = {part.unit_id: part for part in parts}
        for unit in units:
            part = have.get(unit.pk)
            self.fields[f"u-{unit.pk}"] = forms.BooleanField(required=False, initial=part is not None, label=str(unit))
            value, weight = (figure_text(part.value), figure_text(part.weight)) if part else ("", "")
            number = {"inputmode": "decimal"}
            self.fields[f"v-{unit.pk}"] = VnDecimalField(
                required=False, initial=value, label=f"Mức giao {unit}", widget=forms.TextInput(number)
            )
            self.fields[f"w-{unit.pk}"] = VnDecimalField(
                required=False, initial=weight, label=f"Trọng số {unit}", widget=forms.TextInput(number)
            )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """One for each unit: the unit and its three bound fields."""
        return [{"unit": unit, **{one: self[f"{one}-{unit.pk}"] for one in "uvw"}} for unit in self.units]

    @property
    def chosen(self) -> list[int]:
        """Ids of the units that are ticked."""
        return [unit.pk for unit in self.units if self.cleaned_data.get(f"u-{unit.pk}")]


class ValueForm(SeenForm):
    value = VnDecimalField(label="Số liệu")
    note = forms.CharField(
        label="Căn cứ, thuyết minh", required=False, max_length=5_000, widget=forms.Textarea({"rows": 3})
    )
    evidence = ManyFilesField(label="Minh chứng", required=False)
    reason = forms.CharField(
        label="Lý do nếu số khác thường", required=False, max_length=2_000, widget=forms.Textarea({"rows": 2})
    )


class OwnLevelForm(SeenForm):
    value = VnDecimalField(label="Mức của đơn vị trong kỳ")
    reason = forms.CharField(label="Lý do", max_length=1_000, widget=forms.Textarea({"rows": 3}))
