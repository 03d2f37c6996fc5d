"""Forms of a plan's steps."""

from django import forms
from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.ui.forms import VnDateField
from congdoan.plans.models import Plan, PlanState, Task


class IssueForm(forms.Form):
    number = forms.IntegerField(
        label="Số đã có trên giấy",
        min_value=1,
        max_value=99_999,
        required=False,
        help_text="Để trống để lấy số tiếp theo trong sổ.",
    )
    on = VnDateField(label="Ngày ban hành")
    signer = forms.ModelChoiceField(User.objects.none(), label="Người ký")

    def __init__(self, *args: object, plan: Plan, signers: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000)


class TasksField(forms.ModelMultipleChoiceField[Task]):
    def label_from_instance(self, obj: Task) -> str:
        return f"{obj.number} {obj.title}".strip()


class PlanChoiceField(forms.ModelChoiceField[Plan]):
    def label_from_instance(self, obj: Plan) -> str:
        """Numbers begin anew each year, so a plan is told by its day and subject too."""
        return f"{obj} ngày {obj.issued_on:%d/%m/%Y}: {obj.subject[:120]}"


class ReplaceForm(forms.Form):
    """By which paper another one ends, how, and which open tasks go on in it."""

    how = forms.ChoiceField(
        label="Hình thức",
        choices=[("replaced", "Thay thế"), ("repealed", "Bãi bỏ")],
        initial="replaced",
        widget=forms.RadioSelect,
    )
    successor = PlanChoiceField(Plan.objects.none(), label="Văn bản mới", empty_label="Chọn văn bản")
    moved = TasksField(
        Task.objects.none(),
        label="Nhiệm vụ chuyển sang văn bản mới",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kết quả, người thực hiện, hạn đi theo. Nhiệm vụ không chọn kết thúc.",
    )

    def __init__(self, *args: object, plan: Plan, tasks: QuerySet[Task], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        others = Plan.objects.filter(unit=plan.unit, state=PlanState.RUNNING).exclude(pk=plan.pk)
        self.fields["successor"].queryset = others.order_by("-issued_on")  # type: ignore[attr-defined]
        self.fields["moved"].queryset = tasks  # type: ignore[attr-defined]
        if not tasks:
            del self.fields["moved"]
