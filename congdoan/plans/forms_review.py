"""The small forms that open in a cell of the review page, and those of the pages that begin a plan."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.widgets import Combobox
from congdoan.organisation.models import Unit
from congdoan.plans.forms_local import CarriesOutForm, RollUpForm
from congdoan.plans.forms_sequence import AfterForm
from congdoan.plans.models import Plan, PlanKind, Recurrence, Section, Task
from congdoan.plans.models.kind import PLAN


class TitleForm(forms.Form):
    title = forms.CharField(label="Tên việc", max_length=300, widget=forms.Textarea({"rows": 2}))


class TextForm(forms.Form):
    text = forms.CharField(label="Nội dung", widget=forms.Textarea({"rows": 6, "data-split-from": ""}))


class DueForm(forms.Form):
    due = VnDateField(label="Hạn", required=False)
    recurrence = forms.ChoiceField(label="Lặp lại", required=False, choices=[("", "Một lần"), *Recurrence.choices])


class ProductForm(forms.Form):
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)


class CompetenceForm(forms.Form):
    competence = forms.CharField(label="Thẩm quyền", required=False, max_length=200)


class SectionForm(forms.Form):
    section_id = forms.TypedChoiceField(label="Mục", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section_id"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Không thuộc mục nào"), *((s.pk, _heading(s)) for s in plan.sections.all())]


_FORMS: Final[dict[str, type[forms.Form]]] = {
    "title": TitleForm,
    "text": TextForm,
    "due": DueForm,
    "product": ProductForm,
    "competence": CompetenceForm,
    "roll_up": RollUpForm,
}


_FACTS: Final = ("title", "text", "due", "recurrence", "product", "competence", "roll_up", "roll_up_least")


def task_form(field: str, task: Task, data: Any = None) -> forms.Form:
    """The form for one fact of a task; raises KeyError for a fact that has none."""
    facts = {name: getattr(task, name) for name in _FACTS}
    if field == "carries_out":
        return CarriesOutForm(data, plan=task.plan, initial={"carries_out_id": task.carries_out_id}, auto_id="cell_%s")
    if field == "after":
        return AfterForm(data, task=task, initial={"after_id": task.after_id}, auto_id="cell_%s")
    if field == "section":
        return SectionForm(data, plan=task.plan, initial={"section_id": task.section_id}, auto_id="cell_%s")
    return _FORMS[field](data, initial=facts, auto_id="cell_%s")


class HeaderForm(forms.Form):
    """Every field is sent alone, as soon as it changes."""

    kind = forms.CharField(label="Loại văn bản", max_length=12, widget=forms.Select())
    symbol = forms.CharField(label="Số, ký hiệu", required=False, max_length=80)
    issued_on = VnDateField(label="Ngày ban hành", required=False)
    subject = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea({"rows": 2}))
    until = VnDateField(label="Thời hạn chung", required=False)
    signer_title = forms.CharField(label="Chức vụ người ký", required=False, max_length=200)
    carries_out_id = forms.IntegerField(label="Thực hiện văn bản cấp trên", required=False, widget=forms.Select())
    bases = forms.CharField(label="Căn cứ", required=False, max_length=20_000, widget=forms.Textarea({"rows": 4}))


class SectionWordsForm(forms.Form):
    number = forms.CharField(label="Số mục", max_length=40, help_text="Ví dụ II.1")
    title = forms.CharField(label="Tên mục", max_length=1000)


class NewTaskForm(forms.Form):
    text = forms.CharField(label="Nội dung nhiệm vụ", widget=forms.Textarea({"rows": 3}))


class NewPlanForm(forms.Form):
    """A paper from nothing: of which unit, of which kind."""

    unit = forms.ModelChoiceField(label="Đơn vị ban hành", queryset=Unit.objects.none())
    kind = forms.ChoiceField(label="Loại văn bản", initial=PLAN)
    subject = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, kinds: Iterable[PlanKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.code, kind.name) for kind in kinds]  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """A paper of the store, found by typing."""

    def __init__(self, *args: Any, endpoint: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"] = forms.IntegerField(label="Văn bản trong kho", widget=Combobox(endpoint))


def _heading(section: Section) -> str:
    return f"{section.number} {section.short_title or section.title}"
