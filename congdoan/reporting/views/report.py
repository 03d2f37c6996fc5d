"""The page of one report: its fields, its way, where each value comes from."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core.audit.history import history_of
from congdoan.core.errors import NotFound
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import may
from congdoan.reporting.forms import ValueForm, value_form
from congdoan.reporting.models import IssuedReport, ItemKind, Report, ReportState, ReportStep, StepKind
from congdoan.reporting.queries.onward import has_units_below, may_compose, request_below
from congdoan.reporting.queries.report_page import Field, FieldPart, Filled, filled
from congdoan.reporting.queries.sight import (
    followed_report,
    opened_reports,
    own_organs,
    report_for,
    shown_version,
    version_asked,
    visible_requests,
)
from congdoan.reporting.services.lookup import ASK, FILL, SIGN
from congdoan.reporting.services.reach import organs_under
from congdoan.reporting.services.write import state_of_value


def page(request: HttpRequest, report_id: int) -> HttpResponse:
    user = signed_in(request)
    report = report_for(user, report_id)
    version = version_asked(user, report, whole_number(request.GET.get("lan")))
    return render(request, "reporting/report.html", page_context(user, filled(report, version)))


def standing(request: HttpRequest, report_id: int) -> HttpResponse:
    """How far a report is, for a superior who waits for it; the report itself as soon as it may be read."""
    user = signed_in(request)
    report = followed_report(user, report_id)
    if opened_reports(user).filter(pk=report_id).exists():
        return redirect("reporting:report", report_id)
    context = {
        "report": report,
        "asked": report.request,
        "state": f"report_{report.state}",
        "urged": report.steps.filter(kind=StepKind.URGED).select_related("by").first(),
        "sees_request": visible_requests(user).filter(pk=report.request_id).exists(),
    }
    return render(request, "reporting/standing.html", context)


def origins(request: HttpRequest, report_id: int, item_id: int) -> HttpResponse:
    """The records that a value comes from."""
    report = report_for(signed_in(request), report_id)
    field = filled(report).field_of(item_id)
    if field is None or field.source is None:
        raise NotFound("Nội dung này không lấy từ nguồn nào.")
    asked = report.request
    units = organs_under([report.unit_id]) if field.item.reaches_below else report.unit_id
    found = field.source.origins(units, asked.starts_on, asked.ends_on)
    return render(request, "reporting/origins.html", {"report": report, "field": field, "origins": found})


def page_context(user: User, shown: Filled) -> dict[str, Any]:
    """`form_of` are the forms of fields that the person may fill in now."""
    report = shown.report
    asked = report.request
    now = shown.version == report.version
    writes = now and report.state == ReportState.DRAFT and asked.is_open and may(user, FILL, report.unit)
    signs, above = may(user, SIGN, report.unit), may(user, ASK, asked.unit)
    done, of = shown.by_itself
    own = report.unit_id in own_organs(user)
    steps = list(_steps(report, own))
    papers = list(report.papers.all())
    return {
        "report": report,
        "asked": asked,
        "shown": shown,
        "parts": [_with_forms(part, writes) for part in shown.parts],
        "state": f"report_{report.state}",
        "writes": writes,
        "may_hand_in": writes and not signs,
        "may_sign": now and signs and asked.is_open and report.state != ReportState.SENT,
        "may_send_back": now and signs and report.state == ReportState.TO_SIGN,
        "may_return": above and asked.is_open and report.state == ReportState.SENT,
        "may_correct": asked.is_open and report.state == ReportState.SENT and may(user, FILL, report.unit),
        "sees_request": visible_requests(user).filter(pk=asked.pk).exists(),
        "by_itself": done,
        "fields": of,
        "steps": steps,
        "returned": steps[0] if steps and steps[0].kind in ("returned", "sent_back", "correcting") else None,
        "versions": range(1, shown_version(user, report) + 1) if report.version > 1 else (),
        "papers": papers,
        "may_issue": own and _may_issue(user, report, papers),
        **(_onward(user, report) if own else {}),
        "history": history_of(report) if may(user, "audit.view", report.unit) else None,
    }


def _may_issue(user: User, report: Report, papers: Sequence[IssuedReport]) -> bool:
    """What was sent is no paper yet."""
    if report.state != ReportState.SENT or report.signer is None or not may(user, FILL, report.unit):
        return False
    return all(paper.version != report.sent_version for paper in papers)


def _steps(report: Report, own: bool) -> QuerySet[ReportStep]:
    """What goes on inside the unit before it sends is the unit's own."""
    steps = report.steps.select_related("by")
    return steps if own else steps.exclude(kind__in=(StepKind.HANDED_IN, StepKind.SENT_BACK))


def _onward(user: User, report: Report) -> dict[str, Any]:
    """Where units below were asked the same, their request; else whether they can be."""
    below = request_below(report)
    asks = below is None and report.request.is_open and may(user, ASK, report.unit) and has_units_below(report.unit)
    return {"below": below, "may_pass_on": asks, "may_compose": below is not None and may_compose(user, report)}


def _with_forms(part: FieldPart, writes: bool) -> tuple[FieldPart, list[tuple[Field, ValueForm | None]]]:
    return part, [(field, form_of(field) if writes else None) for field in part.fields]


def form_of(field: Field) -> ValueForm | None:
    """The form of a field with what it holds; none where nothing is typed."""
    if field.is_computed or field.item.kind == ItemKind.CHECK:
        return None
    value = field.value
    first: dict[str, Any] = {"seen": state_of_value(value), "text": field.text, "note": value.note if value else ""}
    if value is not None and value.figure is not None:
        first["figure"] = field.shown.replace(".", "") if field.item.kind == ItemKind.FIGURE else ""
    return value_form(field.item, field.rows, initial=first, auto_id=f"f{field.item.pk}_%s")
