"""What a unit was asked by its superior, and asks in turn from units below by a form made from the superior's."""

from typing import Final

from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.reporting.models import Report, ReportForm, ReportRequest, ReportState

_FILL: Final = "reports.fill"


def answer_of(request: ReportRequest) -> Report | None:
    """The report that the asking unit itself owes by the superior's form, for the same days; None when it owes none."""
    root = request.form.answers_id
    if root is None:
        return None
    asked = Report.objects.filter(unit=request.unit_id).filter(Q(request__form=root) | Q(request__form__root=root))
    same = asked.filter(request__starts_on=request.starts_on, request__ends_on=request.ends_on)
    return same.select_related("request__form", "request__unit", "unit").order_by("-pk").first()


def request_below(report: Report) -> ReportRequest | None:
    """By what the unit asked those below for the same days, so that this report can be composed."""
    asked = report.request
    found = ReportRequest.objects.filter(unit=report.unit_id, form__answers=asked.form.root_pk)
    same = found.filter(starts_on=asked.starts_on, ends_on=asked.ends_on)
    return same.select_related("form", "unit").order_by("-pk").first()


def form_below(report: Report) -> ReportForm | None:
    """The unit's form that was made from the one of this report, as it is now."""
    made = ReportForm.objects.current().filter(unit=report.unit_id, answers=report.request.form.root_pk)
    return made.order_by("-version").first()


def open_answer(form: ReportForm) -> Report | None:
    """The newest report that the form's unit still has to send by the superior's form."""
    if form.answers_id is None:
        return None
    owed = Report.objects.filter(unit=form.unit_id, request__state="open").exclude(state=ReportState.SENT)
    of_form = owed.filter(Q(request__form=form.answers_id) | Q(request__form__root=form.answers_id))
    return of_form.select_related("request").order_by("-request__ends_on").first()


def may_compose(user: User, report: Report) -> bool:
    return report.state == ReportState.DRAFT and report.request.is_open and may(user, _FILL, report.unit)


def has_units_below(unit: Unit) -> bool:
    return Unit.objects.under(unit, itself=False).organs().existing(clock.today()).exists()
