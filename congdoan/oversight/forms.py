"""The forms in which programmes are made and inspections written down."""

from typing import Any, Final

from django import forms

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import ManyFilesField
from congdoan.organisation.forms import unit_field
from congdoan.oversight.models import AnswerKind, Checklist, Finding, FindingKind
from congdoan.oversight.services.checklists import Question
from congdoan.plans.models import Assignment, Plan

EMPTY_ROWS: Final = 3
LONGEST: Final = 20_000


class PersonField(forms.ModelChoiceField[User]):
    def label_from_instance(self, obj: User) -> str:
        return obj.full_name or obj.username


class PlanField(forms.ModelChoiceField[Plan]):
    def label_from_instance(self, obj: Plan) -> str:
        return f"{obj}: {obj.subject[:100]}"


class TaskField(forms.ModelChoiceField[Assignment]):
    def label_from_instance(self, obj: Assignment) -> str:
        return _task(obj)


class TasksField(forms.ModelMultipleChoiceField[Assignment]):
    def label_from_instance(self, obj: Assignment) -> str:
        return _task(obj)


class ProgrammeWords(forms.Form):
    name = forms.CharField(label="Tên chương trình", max_length=250)
    basis = forms.CharField(
        label="Căn cứ", max_length=300, required=False, help_text="Văn bản giao hoặc cho phép kiểm tra"
    )
    starts_on = VnDateField(label="Từ ngày")
    ends_on = VnDateField(label="Đến hết ngày")


class ChangeProgrammeForm(SeenForm, ProgrammeWords):
    """The same of a programme that is there."""


class RowForm(forms.Form):
    """A unit on a programme, when, and who leads."""

    unit = unit_field("Đơn vị được kiểm tra")
    starts_on = VnDateField(label="Từ ngày")
    ends_on = VnDateField(label="Đến hết ngày")
    lead = PersonField(User.objects.none(), label="Trưởng đoàn", required=False, empty_label="Chưa phân công")
    reason = forms.CharField(label="Lý do chọn", max_length=300, required=False)


class ChangeRowForm(SeenForm):
    starts_on = VnDateField(label="Từ ngày")
    ends_on = VnDateField(label="Đến hết ngày")
    lead = PersonField(User.objects.none(), label="Trưởng đoàn", required=False, empty_label="Chưa phân công")
    reason = forms.CharField(label="Lý do chọn", max_length=300, required=False)
    plan = PlanField(Plan.objects.none(), label="Kế hoạch", required=False, empty_label="Mọi kế hoạch")
    assignments = TasksField(
        Assignment.objects.none(),
        label="Nhiệm vụ kiểm tra",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn nhiệm vụ nào là kiểm tra toàn bộ.",
    )


class NoticeForm(forms.Form):
    """What the unit is told."""

    decision = forms.CharField(
        label="Quyết định kiểm tra số", max_length=120, required=False, help_text="Ví dụ: 12/QĐ-UBKT ngày 10/03/2023"
    )
    starts_on = VnDateField(label="Kiểm tra từ ngày")
    ends_on = VnDateField(label="Đến hết ngày")
    checklist = forms.ModelChoiceField(Checklist.objects.none(), label="Bảng kiểm tra", empty_label="Chọn bảng")


class AnswerForm(SeenForm):
    """The answer to one question, by its kind."""

    evidence = ManyFilesField(label="Minh chứng", required=False)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = _answer_field(kind)


class FindingForm(SeenForm):
    kind = forms.ChoiceField(label="Loại", choices=FindingKind.choices, initial=FindingKind.LACKING)
    text = forms.CharField(label="Phát hiện", max_length=LONGEST, widget=forms.Textarea({"rows": 5}))
    assignment = TaskField(
        Assignment.objects.none(), label="Nhiệm vụ", required=False, empty_label="Không gắn nhiệm vụ nào"
    )
    evidence = ManyFilesField(label="Minh chứng", required=False)


class ExplainByForm(forms.Form):
    explain_by = VnDateField(label="Hạn giải trình")


class ExplanationForm(SeenForm):
    explanation = forms.CharField(
        label="Giải trình", required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 4})
    )
    evidence = ManyFilesField(label="Tài liệu kèm theo", required=False)


class ConclusionForm(SeenForm):
    conclusion = forms.CharField(
        label="Lời văn",
        max_length=100_000,
        widget=forms.Textarea({"rows": 24}),
        help_text="Dòng “I. …” là mục, “1. …” là ý trong mục, “- …” là gạch đầu dòng.",
    )


class RemedyForm(SeenForm):
    finding = forms.ModelChoiceField(
        Finding.objects.none(), label="Phát hiện", required=False, empty_label="Chung cho cả cuộc kiểm tra"
    )
    text = forms.CharField(label="Việc phải khắc phục", max_length=600, widget=forms.Textarea({"rows": 3}))
    due = VnDateField(label="Hạn")


class ReportRemedyForm(forms.Form):
    report = forms.CharField(label="Kết quả khắc phục", max_length=LONGEST, widget=forms.Textarea({"rows": 4}))
    evidence = ManyFilesField(label="Minh chứng", required=False)


class RecheckForm(forms.Form):
    kept = forms.ChoiceField(
        label="Kết quả", choices=[("yes", "Đã khắc phục"), ("no", "Chưa đạt, làm lại")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Nhận xét", max_length=2000, widget=forms.Textarea({"rows": 3}))
    due = VnDateField(label="Hạn mới", required=False, help_text="Chỉ khi chưa đạt")

    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"kept": data["kept"] == "yes", "note": data["note"], "due": data["due"]}


class WordsForm(forms.Form):
    note = forms.CharField(label="Lý do", max_length=2000, widget=forms.Textarea({"rows": 3}))


class ChecklistForm(SeenForm):
    """A name, and three fields for each question: those that are there, and some empty ones."""

    name = forms.CharField(label="Tên bảng kiểm tra", max_length=200)
    is_used = forms.BooleanField(label="Đang dùng", required=False, initial=True)

    def __init__(self, *args: Any, items: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [int(name[2:]) for name in self.data if name.startswith("q_") and name[2:].isdecimal()]
        self.count = min(max([len(items) + EMPTY_ROWS, *(place + 1 for place in asked)]), 43)
        for place in range(self.count):
            item = items[place] if place < len(items) else {}
            number = place + 1
            self.fields[f"q_{place}"] = forms.CharField(
                label=f"Câu hỏi {number}", required=False, max_length=500, initial=item.get("question", "")
            )
            self.fields[f"kind_{place}"] = forms.ChoiceField(
                label=f"Kiểu trả lời câu {number}",
                required=False,
                choices=AnswerKind.choices,
                initial=item.get("kind", AnswerKind.YES_NO),
            )
            self.fields[f"evidence_{place}"] = forms.BooleanField(
                label=f"Câu {number} cần minh chứng", required=False, initial=item.get("evidence", False)
            )

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [(self[f"q_{at}"], self[f"kind_{at}"], self[f"evidence_{at}"]) for at in range(self.count)]

    def questions(self) -> list[Question]:
        said = self.cleaned_data
        return [
            Question(said[f"q_{at}"], said[f"kind_{at}"] or AnswerKind.YES_NO, said[f"evidence_{at}"])
            for at in range(self.count)
            if said[f"q_{at}"].strip()
        ]


def first_days() -> dict[str, Any]:
    """The rest of the year, for a new programme."""
    today = clock.today()
    return {"starts_on": today, "ends_on": today.replace(month=12, day=31)}


def _answer_field(kind: str) -> forms.Field:
    if kind == AnswerKind.YES_NO:
        choices = [("", "–"), ("yes", "Có"), ("no", "Không")]
        return forms.ChoiceField(label="Kết quả", required=False, choices=choices)
    if kind == AnswerKind.NUMBER:
        wrong = {"invalid": "Chỉ nhập số, ví dụ 12 hoặc 12,5."}
        widget = forms.TextInput({"inputmode": "decimal", "class": "cd-w-100"})
        return forms.RegexField(
            r"^\d[\d.]*(,\d+)?$", label="Kết quả", required=False, error_messages=wrong, widget=widget, max_length=30
        )
    return forms.CharField(label="Kết quả", required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 3}))


def _task(obj: Assignment) -> str:
    due = f", hạn {obj.due:%d/%m/%Y}" if obj.due else ""
    return f"{obj.task}{due}"
