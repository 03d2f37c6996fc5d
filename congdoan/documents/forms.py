"""Forms of the store of papers."""

from typing import Any

from django import forms

from congdoan.accounts.models import User
from congdoan.core.ui.forms import VnDateField
from congdoan.core.ui.widgets import DropZone
from congdoan.documents.models import Citation, Document, DocumentType
from congdoan.documents.services.results import document_type_of
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import posts_of


class PaperForm(forms.Form):
    """A paper for the store."""

    unit = forms.ModelChoiceField(label="Đơn vị lưu", queryset=Unit.objects.none())
    type = forms.ChoiceField(label="Loại văn bản", choices=DocumentType.choices)
    symbol = forms.CharField(label="Số, ký hiệu", required=False, max_length=80)
    issued_on = VnDateField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", required=False, max_length=250)
    subject = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea({"rows": 2}))
    validity = forms.ChoiceField(
        label="Hiệu lực", choices=Document.Validity.choices, initial=Document.Validity.IN_FORCE
    )
    file = forms.FileField(
        label="Tệp", required=False, widget=DropZone(accept=".pdf,.docx,.jpg,.jpeg,.png", kinds="PDF, Word, ảnh")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(user, "documents.add").filter(pk__in={p.unit.organ_id for p in posts_of(user)})
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units
        self.initial.setdefault("unit", units.first())
        if len(units) == 1:
            field.widget = forms.HiddenInput()


def paper_form_for(citation: Citation, *, user: User, unit: Unit) -> PaperForm:
    """The form with what the citation already says."""
    initial = {
        "unit": unit,
        "type": document_type_of(citation.type),
        "symbol": citation.symbol,
        "issued_on": citation.issued_on,
        "issuer": citation.issuer,
        "subject": citation.subject,
    }
    return PaperForm(user=user, initial=initial, auto_id="cited_%s")
