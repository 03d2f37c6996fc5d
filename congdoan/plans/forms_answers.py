"""Forms of difficulties and of answers for everybody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse_lazy

from congdoan.accounts.models import User
from congdoan.core.ui.asking import offer
from congdoan.core.ui.list_filter import ListFilter
from congdoan.core.ui.widgets import Combobox
from congdoan.core.web import whole_number
from congdoan.documents.models import Document
from congdoan.documents.queries.store import papers_seen_by
from congdoan.organisation.models import Unit
from congdoan.plans.models import Plan, Section
from congdoan.plans.queries.answers.raising import papers_with_part
from congdoan.plans.queries.answers.waiting import STATES
from congdoan.plans.queries.plans import visible_plans


class ObstacleFilter(ListFilter):
    states = STATES
    what, hint = "Tìm vướng mắc", "Nội dung hỏi hoặc trả lời"

    van_ban = forms.ModelChoiceField(Plan.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "van_ban", visible_plans(user))

    def chosen(self) -> dict[str, Any]:
        return {**super().chosen(), "plan": self.cleaned_data.get("van_ban")}

    def in_words(self) -> str:
        plan = self.chosen()["plan"]
        return "; ".join(part for part in (str(plan) if plan else "", super().in_words()) if part)


class PaperField(forms.ModelChoiceField[Plan]):
    def __init__(self) -> None:
        super().__init__(
            Plan.objects.none(),
            label="Văn bản liên quan",
            required=False,
            widget=Combobox(reverse_lazy("answers:papers"), "Số, ký hiệu, trích yếu"),
            help_text="Kế hoạch, nghị quyết… mà đơn vị có phần việc",
        )

    def label_from_instance(self, obj: Plan) -> str:
        return f"{obj}: {obj.subject}"[:160]


class SectionField(forms.ModelChoiceField[Section]):
    def __init__(self) -> None:
        super().__init__(Section.objects.none(), label="Mục", required=False, empty_label="Cả văn bản")

    def label_from_instance(self, obj: Section) -> str:
        return f"{obj.number} {obj.short_title or obj.title}".strip()[:120]


class RaiseForm(forms.Form):
    """A difficulty raised alone, for one of `units`: with a paper, perhaps a section of it, or in general.

    Which unit is asked only where the person reports for several, which section once a paper is chosen.
    """

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị nêu", empty_label=None)
    paper = PaperField()
    section = SectionField()
    subject = forms.CharField(
        label="Về việc", max_length=200, required=False, help_text="Cần ghi khi không chọn văn bản nào"
    )
    obstacle = forms.CharField(
        label="Khó khăn, vướng mắc, đề nghị giải quyết",
        max_length=10_000,
        widget=forms.Textarea(
            {
                "rows": 5,
                "hx-get": reverse_lazy("answers:suggestions"),
                "hx-trigger": "input changed delay:600ms",
                "hx-target": "#da-tra-loi",
                "hx-include": "this",
                "hx-sync": "this:replace",
            }
        ),
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        offer(self, "unit", Unit.objects.filter(pk__in=[unit.pk for unit in units]))
        papers = papers_with_part(units)
        offer(self, "paper", papers)
        sections = Section.objects.filter(plan__in=papers.filter(pk=self._paper() or 0))
        offer(self, "section", sections)
        if len(units) == 1:
            del self.fields["unit"]
        if not sections.exists():
            del self.fields["section"]

    def _paper(self) -> int | None:
        """The paper chosen so far, before anything is checked."""
        chosen = self.data.get("paper") if self.is_bound else self.initial.get("paper")
        return whole_number(str(chosen or ""))

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or {}
        if not entered.get("paper") and not entered.get("subject") and "paper" not in self.errors:
            self.add_error("subject", "Chọn văn bản liên quan, hoặc ghi khó khăn về việc gì.")
        return entered

    def said(self) -> dict[str, Any]:
        """What the command takes."""
        entered = self.cleaned_data
        paper, section = entered["paper"], entered.get("section")
        return {
            "unit_id": entered["unit"].pk if "unit" in self.fields else self.units[0].pk,
            "plan_id": paper.pk if paper else None,
            "section_id": section.pk if section else None,
            "subject": entered["subject"],
            "text": entered["obstacle"],
        }


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
