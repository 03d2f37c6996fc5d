"""Forms of a plan's steps."""

from django import forms

from congdoan.accounts.models import User
from congdoan.core.ui.forms import VnDateField
from congdoan.plans.models import Plan, PlanState


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


class PlanChoiceField(forms.ModelChoiceField[Plan]):
    def label_from_instance(self, obj: Plan) -> str:
        """Numbers begin anew each year, so a plan is told by its day and subject too."""
        return f"{obj} ngày {obj.issued_on:%d/%m/%Y}: {obj.subject[:120]}"


class ReplaceForm(forms.Form):
    successor = PlanChoiceField(Plan.objects.none(), label="Văn bản mới", empty_label="Chọn văn bản")

    def __init__(self, *args: object, plan: Plan, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        others = Plan.objects.filter(unit=plan.unit, state=PlanState.RUNNING).exclude(pk=plan.pk)
        self.fields["successor"].queryset = others.order_by("-issued_on")  # type: ignore[attr-defined]
