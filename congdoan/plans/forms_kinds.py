"""The form of one kind of paper: what holds from a day on."""

from typing import Any

from django import forms

from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.seen import SeenForm
from congdoan.documents.models import DocumentType
from congdoan.organisation.models import INSIDE, UnitKind


class KindForm(SeenForm):
    valid_from = VnDateField(label="Áp dụng từ ngày")
    name = forms.CharField(label="Tên loại", max_length=80, help_text="Như in trên văn bản, ví dụ Nghị quyết")
    short_name = forms.CharField(label="Tên ngắn", max_length=30)
    symbol = forms.CharField(
        label="Chữ trong số, ký hiệu",
        max_length=12,
        required=False,
        help_text="Ví dụ NQ trong 05/NQ-LĐLĐ. Để trống khi loại này không đánh số.",
    )
    type = forms.ChoiceField(label="Loại trong kho văn bản", choices=DocumentType.choices)
    issuers = forms.MultipleChoiceField(
        label="Cấp được ban hành",
        required=False,
        choices=[one for one in UnitKind.choices if one[0] not in INSIDE],
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn cấp nào là mọi cấp.",
    )
    committee = forms.CharField(
        label="Ký thay mặt",
        max_length=120,
        required=False,
        help_text="Ví dụ Ban Chấp hành. Để trống: theo cấp đơn vị.",
    )
    term_years = forms.IntegerField(
        label="Thời hạn, số năm",
        required=False,
        min_value=1,
        max_value=30,
        help_text="Khi văn bản không ghi ngày kết thúc.",
    )
    reviews_midway = forms.BooleanField(label="Sơ kết giữa kỳ", required=False)
    reviews_at_end = forms.BooleanField(label="Tổng kết cuối kỳ", required=False)
    is_direct = forms.BooleanField(label="Lãnh đạo giao việc trực tiếp bằng loại này", required=False)
    order = forms.IntegerField(label="Thứ tự trong danh sách", min_value=0, max_value=9999, initial=100)
    source = forms.CharField(label="Nguồn", max_length=300, help_text="Văn bản quy định, ví dụ Nghị định 30/2020/NĐ-CP")

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "valid_from")}
