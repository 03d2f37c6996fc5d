"""What is told of drafts of forms and parts of them that were deleted while somebody was typing."""

from typing import Any

from congdoan.core import gone
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.reporting.models import FormItem, FormSection, ReportForm
from congdoan.reporting.queries.sight import VIEW, visible_forms


def register() -> None:
    gone.kinds.register("reporting:form_id", gone.deleted(ReportForm, "bản nháp mẫu này", _at_its_unit))
    gone.kinds.register("reporting:section_id", gone.deleted(FormSection, "phần này của mẫu", _of_a_form))
    gone.kinds.register("reporting:item_id", gone.deleted(FormItem, "nội dung này của mẫu", _of_a_form))


def _at_its_unit(user: Any, row: Any) -> bool:
    return may(user, VIEW, Unit.objects.get(pk=row.unit_id))


def _of_a_form(user: Any, row: Any) -> bool:
    return visible_forms(user).filter(pk=row.form_id).exists()
