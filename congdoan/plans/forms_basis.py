"""On which issued paper another one stands."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from congdoan.core.ui.seen import SeenForm
from congdoan.core.ui.widgets import Combobox
from congdoan.plans.models import Plan


class IssuedField(forms.ModelChoiceField[Plan]):
    def __init__(self, **kwargs: Any) -> None:
        widget = Combobox(reverse_lazy("plans:issued"), "Số, ký hiệu, trích yếu")
        super().__init__(Plan.objects.none(), widget=widget, **kwargs)

    def label_from_instance(self, obj: Plan) -> str:
        return f"{obj}: {obj.subject}"[:160]


class BasisForm(SeenForm):
    basis = IssuedField(
        label="Căn cứ vào",
        required=False,
        help_text="Nghị quyết, chương trình, kế hoạch mà văn bản này triển khai.",
    )

    def __init__(self, *args: Any, issued: "QuerySet[Plan]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["basis"].queryset = issued  # type: ignore[attr-defined]
