"""Forms, requests and reports of the district, in every state."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.reporting.models import (
    FormItem,
    FormSection,
    IssuedReport,
    Report,
    ReportForm,
    ReportRequest,
    ReportState,
)
from congdoan.reporting.services.ask import open_request
from tests.rights.office_things import a_file
from tests.rights.people import TODAY


def things(places: Mapping[str, Unit], owner: User) -> dict[str, dict[str, Any]]:
    own, above = places["own"], places["above"]
    draft = _form(own, owner, "Báo cáo đang soạn", "draft")
    empty = FormSection.objects.create(form=draft, title="Trống", order=2)
    ready = _form(own, owner, "Báo cáo đang dùng", "ready")
    section, item = draft.sections.all()[0], draft.items.all()[0]
    designed = {"section_id": section.pk, "item_id": item.pk}
    asked = _request(_form(own, owner, "Báo cáo tháng", "ready"), owner, [places["below"].pk])
    locked = _request(_form(own, owner, "Báo cáo cũ", "ready"), owner, [places["below"].pk], state="closed")
    states = {"report_draft": "draft", "report_to_sign": "to_sign", "report_sent": "sent"}
    reports = {name: _report(above, own, owner, state) for name, state in states.items()}
    writing = ReportRequest.objects.get(reports=reports["report_draft"]["report_id"])
    return {
        "form_draft": {"form_id": draft.pk, **designed},
        "form_section": {"form_id": draft.pk, "section_id": empty.pk},
        "form_ready": {"form_id": ready.pk},
        "report_asked": {"request_id": asked.pk, "item_id": asked.form.items.all()[0].pk},
        "report_locked": {"request_id": locked.pk},
        "report_awaited": reports["report_draft"],
        "report_sourced": {**reports["report_draft"], "item_id": writing.form.items.get(code="C2").pk},
        "report_answered": {"request_id": _answered(reports["report_draft"]["report_id"], places["below"], owner)},
        "report_of_us": _signed(_report(above, own, owner, "sent"), owner),
        "report_made": {"request_id": _answered(reports["report_draft"]["report_id"], places["below"], owner)},
        "report_paper": _paper(own, owner, reports["report_sent"]["report_id"]),
        **reports,
    }


def _signed(values: dict[str, Any], by: User) -> dict[str, Any]:
    Report.objects.filter(pk=values["report_id"]).update(signer=by)
    return values


def _paper(unit: Unit, by: User, report_id: int) -> dict[str, Any]:
    facts = {"number": 5, "symbol": "5/BC", "issued_on": TODAY, "subject": "Kết quả", "version": 1}
    paper = IssuedReport.objects.create(
        unit=unit, report_id=report_id, signer=by, issued_by=by, file=a_file("bao-cao.pdf", by), **facts
    )
    return {"paper_id": paper.pk}


def _form(unit: Unit, by: User, name: str, state: str) -> ReportForm:
    form = ReportForm.objects.create(
        unit=unit, name=name, every="quarterly", filled_by="grassroots", state=state, created_by=by, last_code=2
    )
    section = FormSection.objects.create(form=form, title="Kết quả", order=1)
    FormItem.objects.create(section=section, kind="text", code="C1", label="Việc đã làm", required=False, order=1)
    figure = {"label": "Việc đã xong", "source": "plans.done", "required": False}
    FormItem.objects.create(section=section, kind="figure", code="C2", order=2, **figure)
    return form


def _request(form: ReportForm, by: User, units: list[int], **more: Any) -> ReportRequest:
    days = {"starts_on": date(2022, 12, 15), "ends_on": date(2023, 3, 14), "due": date(2023, 3, 17)}
    asked = ReportRequest(
        form=form, unit=form.unit, name="Quý I/2023", to_all=False, asked_by=by, asked_on=TODAY, **days, **more
    )
    return open_request(asked, units)


def _answered(report_id: int, below: Unit, by: User) -> int:
    """What the unit asked below by a form made from the superior's, and got."""
    report = Report.objects.select_related("unit", "request__form").get(pk=report_id)
    form = _form(report.unit, by, "Báo cáo để tổng hợp", "ready")
    ReportForm.objects.filter(pk=form.pk).update(answers=report.request.form)
    asked = _request(form, by, [below.pk])
    sent = {"sent_version": 1, "sent_on": TODAY, "sent_at": clock.now()}
    Report.objects.filter(request=asked).update(state="sent", **sent)
    return asked.pk


def _report(above: Unit, own: Unit, by: User, state: str) -> dict[str, Any]:
    request = _request(_form(above, by, f"Báo cáo {state}", "ready"), by, [own.pk])
    sent = {"sent_version": 1, "sent_on": TODAY, "sent_at": clock.now()} if state == ReportState.SENT else {}
    Report.objects.filter(request=request).update(state=state, **sent)
    return {"report_id": request.reports.get().pk, "item_id": request.form.items.get(code="C1").pk}
