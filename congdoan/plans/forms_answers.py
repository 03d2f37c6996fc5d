"""Forms of difficulties and of answers for everybody."""

from typing import Any

from django import forms
from django.urls import reverse_lazy

from congdoan.accounts.models import User
from congdoan.core.ui.asking import offer
from congdoan.core.ui.list_filter import ListFilter
from congdoan.core.ui.widgets import Combobox
from congdoan.documents.models import Document
from congdoan.documents.queries.store import papers_seen_by
from congdoan.plans.queries.answers.waiting import STATES


class ObstacleFilter(ListFilter):
    states = STATES
    what, hint = "Tìm vướng mắc", "Nội dung hỏi hoặc trả lời"


class _DocumentForm(forms.Form):
    document = forms.ModelChoiceField(
        Document.objects.none(),
        label="Văn bản liên quan",
        required=False,
        widget=Combobox(reverse_lazy("documents:suggestions"), "Số, ký hiệu hoặc trích yếu"),
        help_text="Câu trả lời sẽ hiện ở trang của văn bản này",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "document", papers_seen_by(user))


class TogetherForm(_DocumentForm):
    """One answer to several difficulties; with a question it is published."""

    answer = forms.CharField(label="Trả lời", max_length=10_000, widget=forms.Textarea({"rows": 6}))
    question = forms.CharField(
        label="Câu hỏi chung",
        max_length=2_000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text="Có câu hỏi thì câu trả lời được đăng cho mọi đơn vị trực thuộc; để trống thì chỉ người hỏi nhận",
    )
    field_order = ("answer", "question", "document")


class PublishForm(_DocumentForm):
    question = forms.CharField(
        label="Câu hỏi",
        max_length=2_000,
        widget=forms.Textarea({"rows": 2}),
        help_text="Viết cho mọi đơn vị cùng hiểu, không nêu tên người hay đơn vị",
    )
    answer = forms.CharField(label="Trả lời", max_length=10_000, widget=forms.Textarea({"rows": 6}))
    field_order = ("question", "answer", "document")
