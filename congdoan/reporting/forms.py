"""The forms in which reports are asked for and written."""

from typing import Any

from django import forms

from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import MultipleCombobox
from congdoan.organisation.forms import UNITS
from congdoan.organisation.models import Unit
from congdoan.reporting.models import LONGEST_TEXT, MOST_LINES, FormItem, ItemKind

EMPTY_LINES = 3
_NUMBER = {"inputmode": "decimal", "class": "cd-input-number cd-w-100"}


class AskForm(forms.Form):
    """A request for one period."""

    name = forms.CharField(label="Kỳ", max_length=60, help_text="Như ghi trên báo cáo, ví dụ: Quý I/2023")
    starts_on = VnDateField(label="Số liệu từ ngày")
    ends_on = VnDateField(label="Chốt số liệu ngày", help_text="Tính cả ngày này")
    due = VnDateField(label="Hạn gửi")
    units = forms.ModelMultipleChoiceField(
        Unit.objects.all(),
        label="Chỉ các đơn vị",
        required=False,
        widget=MultipleCombobox(UNITS, "Tên hoặc chữ viết tắt, không cần dấu"),
        error_messages={"invalid_choice": "Chọn các đơn vị trong danh sách gợi ý."},
    )
    recurs = forms.BooleanField(label="Kỳ sau tự mở", required=False)


class WordsForm(forms.Form):
    """Why something is given back or corrected."""

    note = forms.CharField(label="Lý do", max_length=2000, widget=forms.Textarea({"rows": 3}))


class IssueForm(SeenForm):
    """With which number a report becomes a paper."""

    number = forms.IntegerField(
        label="Số đã có trên giấy",
        min_value=1,
        max_value=99_999,
        required=False,
        help_text="Để trống để lấy số tiếp theo trong sổ báo cáo.",
    )


class TextValueForm(SeenForm):
    text = forms.CharField(
        label="Nội dung", required=False, max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 6})
    )

    def said(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "seen": _seen(self)}


class FigureValueForm(SeenForm):
    figure = VnDecimalField(
        label="Số liệu",
        required=False,
        widget=forms.TextInput({"inputmode": "decimal", "class": "cd-input-number cd-w-100"}),
    )
    note = forms.CharField(label="Lý do nhập khác", required=False, max_length=300)

    def said(self) -> dict[str, Any]:
        said = {name: self.cleaned_data[name] for name in ("figure", "note")}
        return said | {"seen": _seen(self)}


class TableValueForm(SeenForm):
    """A field for each cell: those of the lines that are there, and of some empty ones."""

    def __init__(self, *args: Any, item: FormItem, rows: list[list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        asked = [int(name.split("_")[1]) for name in self.data if _is_cell(name)]
        self.lines = min(max([len(rows) + EMPTY_LINES, *(line + 1 for line in asked)]), MOST_LINES)
        for line in range(self.lines):
            for at, column in enumerate(item.columns):
                first = rows[line][at] if line < len(rows) and at < len(rows[line]) else ""
                self.fields[f"cell_{line}_{at}"] = forms.CharField(
                    label=f"{column}, dòng {line + 1}", required=False, max_length=1000, initial=first
                )

    def grid(self) -> list[list[forms.BoundField]]:
        return [[self[f"cell_{line}_{at}"] for at in range(len(self.item.columns))] for line in range(self.lines)]

    def said(self) -> dict[str, Any]:
        cells = self.cleaned_data
        wide = range(len(self.item.columns))
        rows = [[cells[f"cell_{line}_{at}"] for at in wide] for line in range(self.lines)]
        return {"rows": rows, "seen": _seen(self)}


ValueForm = TextValueForm | FigureValueForm | TableValueForm


def value_form(item: FormItem, rows: list[list[str]], *args: Any, **kwargs: Any) -> ValueForm:
    """The form of one field of a report."""
    match item.kind:
        case ItemKind.TEXT:
            return TextValueForm(*args, **kwargs)
        case ItemKind.FIGURE:
            return FigureValueForm(*args, **kwargs)
    return TableValueForm(*args, item=item, rows=rows, **kwargs)


def _seen(form: SeenForm) -> str:
    """What the browser remembers; one that remembers nothing has seen no value."""
    return form.cleaned_data["seen"] or "none"


def _is_cell(name: str) -> bool:
    kind, *place = name.split("_")
    return kind == "cell" and len(place) == 2 and all(p.isascii() and p.isdecimal() and len(p) < 5 for p in place)
