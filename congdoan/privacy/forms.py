"""The forms of requests and of the log's filter."""

from datetime import timedelta
from typing import Any

from django import forms

from congdoan.core import clock
from congdoan.core.models import RecordAccess
from congdoan.core.ui.forms import VnDateField, VnDateInput
from congdoan.core.ui.widgets import DropZone
from congdoan.privacy.models import Datum

_SHOWN_FOR = timedelta(days=30)
_AREA = forms.Textarea({"rows": 3})


class CorrectionForm(forms.Form):
    datum = forms.ChoiceField(label="Dữ liệu cần sửa", choices=Datum.choices)
    wrong = forms.CharField(label="Đang ghi", max_length=500, required=False)
    right = forms.CharField(label="Đúng là", max_length=500)
    reason = forms.CharField(label="Giải thích thêm", max_length=1000, required=False, widget=_AREA)
    evidence = forms.FileField(
        label="Giấy tờ chứng minh",
        required=False,
        widget=DropZone(accept=".pdf,.docx,.jpg,.jpeg,.png", kinds="PDF, Word, ảnh"),
    )


class ErasureForm(forms.Form):
    reason = forms.CharField(label="Lý do", max_length=1000, widget=_AREA)
    confirmed = forms.BooleanField(label="Tôi đã đọc những gì bị xóa và những gì còn giữ")


class AnswerForm(forms.Form):
    answer = forms.CharField(label="Nội dung", max_length=1000, required=False, widget=_AREA)


class LookFilter(forms.Form):
    """Without days, the last 30 are shown, up to today."""

    q = forms.CharField(
        label="Tìm theo tên",
        required=False,
        max_length=100,
        widget=forms.TextInput({"placeholder": "Người xem, người được xem"}),
    )
    viec = forms.ChoiceField(label="Việc", required=False, choices=[("", "Mọi việc"), *RecordAccess.What.choices])
    tu = VnDateField(label="Từ ngày", required=False, widget=VnDateInput({"placeholder": "Từ ngày"}))
    den = VnDateField(label="Đến ngày", required=False, widget=VnDateInput({"placeholder": "Đến ngày"}))

    def chosen(self) -> dict[str, Any]:
        """What was chosen; a form with mistakes in it chooses nothing."""
        data = self.cleaned_data if self.is_valid() else {}
        since = data.get("tu") or (data.get("den") or clock.real_today()) - _SHOWN_FOR
        return {"words": data.get("q", ""), "what": data.get("viec", ""), "since": since, "until": data.get("den")}

    def in_words(self) -> str:
        chosen = self.chosen()
        name = f"Tên có “{chosen['words']}”" if chosen["words"] else ""
        what = dict(RecordAccess.What.choices).get(chosen["what"], "")
        until = f"đến {chosen['until']:%d/%m/%Y}" if chosen["until"] else "đến nay"
        return "; ".join(part for part in (name, what, f"Từ {chosen['since']:%d/%m/%Y} {until}") if part)
