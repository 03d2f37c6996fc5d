"""The forms in which a report form is designed."""

from collections.abc import Iterable
from typing import Any

from django import forms

from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.seen import SeenForm
from congdoan.organisation.kinds import INSIDE, UnitKind
from congdoan.reporting.models import Combine, Every, FormItem, FormSection, ItemKind, Reach
from congdoan.reporting.services.items import ItemFacts
from congdoan.reporting.sources import figure_sources, table_sources, text_sources

LONGEST_DUE = 365
_OUTSIDE = [(kind.value, kind.label) for kind in UnitKind if kind not in INSIDE]
_FORMULA_HELP = "Ký hiệu của số liệu, + − * / và ngoặc, ví dụ: C2 / C1 * 100 hoặc tổng(C1, C2)"
_CHECK_HELP = "Hai vế và một dấu so sánh (=, <=, >=, <, >), ví dụ: C2 + C3 = C1"


def _reach() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Tính cho",
        choices=Reach.choices,
        initial=Reach.OWN,
        required=False,
        help_text="Chỉ dùng khi tự lấy. Chọn cả cấp dưới thì việc của các đơn vị trực thuộc cũng được tính.",
    )


class HeadForm(SeenForm):
    """What a form is called, who fills it in and when."""

    name = forms.CharField(label="Tên báo cáo", max_length=250)
    basis = forms.CharField(label="Căn cứ", max_length=300, required=False, help_text="Văn bản quy định chế độ báo cáo")
    every = forms.ChoiceField(label="Kỳ báo cáo", choices=Every.choices, initial=Every.QUARTERLY)
    filled_by = forms.ChoiceField(label="Đơn vị lập báo cáo", choices=_OUTSIDE, initial=UnitKind.DISTRICT)
    due_days = forms.IntegerField(
        label="Hạn gửi: số ngày làm việc sau ngày chốt số liệu", min_value=0, max_value=LONGEST_DUE, initial=3
    )


class SectionForm(SeenForm):
    title = forms.CharField(label="Tên phần", max_length=250)


class ItemForm(SeenForm):
    """What is common to all items; `sections` are those of the form."""

    label = forms.CharField(label="Nội dung", max_length=300)
    section = forms.ModelChoiceField(FormSection.objects.none(), label="Phần")

    def __init__(self, *args: Any, sections: Iterable[FormSection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections  # type: ignore[attr-defined]

    def facts(self) -> ItemFacts:
        """What the service wants to know."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("section", "seen")}
        if "reach" in said:
            said["reach"] = said["reach"] or Reach.OWN
        return ItemFacts(**said)


class TextItemForm(ItemForm):
    source = forms.ChoiceField(label="Tự lấy từ", required=False)
    reach = _reach()
    help = forms.CharField(label="Hướng dẫn người lập", max_length=300, required=False)
    required = forms.BooleanField(label="Bắt buộc", required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = _choices(text_sources.items())  # type: ignore[attr-defined]


class FigureItemForm(ItemForm):
    unit_text = forms.CharField(label="Đơn vị tính", max_length=40, required=False, help_text="Ví dụ: nhiệm vụ, %")
    source = forms.ChoiceField(label="Tự lấy từ", required=False)
    reach = _reach()
    formula = forms.CharField(label="Hoặc tính theo công thức", max_length=500, required=False, help_text=_FORMULA_HELP)
    combine = forms.ChoiceField(label="Cấp trên tổng hợp", choices=Combine.choices, initial=Combine.SUM)
    least = VnDecimalField(label="Không nhỏ hơn", required=False)
    most = VnDecimalField(label="Không lớn hơn", required=False)
    help = forms.CharField(label="Hướng dẫn người lập", max_length=300, required=False)
    required = forms.BooleanField(label="Bắt buộc", required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = _choices(figure_sources.items())  # type: ignore[attr-defined]


class TableItemForm(ItemForm):
    source = forms.ChoiceField(label="Tự lấy từ", required=False)
    reach = _reach()
    columns = forms.CharField(
        label="Các cột",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Mỗi cột một dòng, nhiều nhất 8 cột. Để trống khi bảng tự lấy từ nguồn.",
    )
    help = forms.CharField(label="Hướng dẫn người lập", max_length=300, required=False)
    required = forms.BooleanField(label="Bắt buộc", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = _choices(table_sources.items())  # type: ignore[attr-defined]

    def clean_columns(self) -> list[str]:
        columns = [line.strip() for line in self.cleaned_data["columns"].splitlines() if line.strip()]
        if len(columns) > 8:
            raise forms.ValidationError("Bảng có nhiều nhất 8 cột để in vừa trang. Bớt hoặc gộp cột.")
        return columns


class CheckItemForm(ItemForm):
    formula = forms.CharField(label="Điều phải đúng", max_length=500, help_text=_CHECK_HELP)


_FORMS: dict[str, type[ItemForm]] = {
    ItemKind.TEXT: TextItemForm,
    ItemKind.FIGURE: FigureItemForm,
    ItemKind.TABLE: TableItemForm,
    ItemKind.CHECK: CheckItemForm,
}


def item_form(kind: str) -> type[ItemForm]:
    """The form of an item of this kind."""
    return _FORMS[kind]


def first_of(item: FormItem) -> dict[str, Any]:
    """What the form of an item shows first."""
    plain = ("label", "help", "unit_text", "source", "reach", "formula", "least", "most", "required", "combine")
    first = {name: getattr(item, name) for name in plain}
    return first | {"section": item.section_id, "columns": "\n".join(item.columns)}


def _choices(sources: Iterable[tuple[str, Any]]) -> list[Any]:
    """Sources by group, "the unit types it" first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, source in sources:
        groups.setdefault(source.group, []).append((name, source.label))
    return [("", "– đơn vị nhập –"), *groups.items()]
