"""A superior asks units below for a report: one draft for each unit, with work on its desk, filled by itself."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.reporting.models import FormState, ReportForm, ReportRequest
from congdoan.reporting.services.fill import fill
from congdoan.reporting.services.lookup import locked_form
from congdoan.worklist.services.items import open_work_from

WRITE: Final = "reporting.write"
SIGN: Final = "reporting.sign"

_TO_ALL: Final = """
    insert into reporting_report (request_id, unit_id, state, version)
    select %(request)s, unit.id, 'draft', 1 from organisation_unit unit
     where unit.path like %(path)s and unit.id <> %(asker)s and unit.kind = %(kind)s
       and unit.starts_on <= %(on)s and (unit.ends_on is null or unit.ends_on > %(on)s)
"""
_TO_CHOSEN: Final = """
    insert into reporting_report (request_id, unit_id, state, version)
    select %(request)s, unit.id, 'draft', 1 from organisation_unit unit
     where unit.id = any(%(units)s) and unit.path like %(path)s and unit.id <> %(asker)s
       and unit.starts_on <= %(on)s and (unit.ends_on is null or unit.ends_on > %(on)s)
"""
_WORK: Final = """
    select '{kind}', report.id, %s, %s, report.unit_id, 'reports.fill', null::bigint, %s::bigint, %s::date, false
      from reporting_report report where report.request_id = %s
"""


@transaction.atomic
def ask_for_report(
    *,
    form_id: int,
    by: User,
    name: str,
    starts_on: date,
    ends_on: date,
    due: date,
    units: Iterable[Unit] = (),
    recurs: bool = False,
) -> ReportRequest:
    """Ask `units`, or all of the form's kind under its organ when none are named.

    Raises Invalid when the form is not in use, the days do not follow each other, the same period was asked for, or
    nobody would be asked.
    """
    form = locked_form(form_id, by)
    if form.state != FormState.READY:
        raise Invalid(f"Mẫu đang ở trạng thái “{form.get_state_display()}”. Đưa mẫu vào dùng trước khi yêu cầu.")
    _require_days(starts_on, ends_on, due)
    _require_new(form, starts_on, ends_on)
    chosen = [unit.pk for unit in units]
    previous = _previous(form, starts_on)
    return open_request(
        ReportRequest(
            form=form,
            unit=form.unit,
            name=normalise(name),
            starts_on=starts_on,
            ends_on=ends_on,
            due=due,
            to_all=not chosen,
            recurs=recurs,
            follows=previous,
            asked_by=by,
            asked_on=clock.today(),
        ),
        chosen,
    )


def open_request(request: ReportRequest, chosen: list[int]) -> ReportRequest:
    """Keep the request and make its drafts, work and values. The caller has asked for the right.

    Raises Invalid when there is no unit to ask.
    """
    request.save()
    given: dict[str, Any] = {
        "request": request.pk,
        "path": f"{request.unit.path}%",
        "asker": request.unit_id,
        "kind": request.form.filled_by,
        "units": chosen,
        "on": clock.today(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TO_ALL if request.to_all else _TO_CHOSEN, given)
        asked = cursor.rowcount
    if not asked:
        what = request.form.get_filled_by_display()
        raise Invalid(f"Không có đơn vị nào để yêu cầu: {request.unit} chưa có “{what}” trực thuộc.", field="units")
    source = f"{request.unit} yêu cầu, số liệu đến hết {request.ends_on:%d/%m/%Y}"
    open_work_from(_WORK.format(kind=WRITE), [str(request)[:300], source, request.unit_id, request.due, request.pk])
    fill(request)
    return request


def _require_days(starts_on: date, ends_on: date, due: date) -> None:
    if ends_on < starts_on:
        raise Invalid("Ngày chốt số liệu phải từ ngày bắt đầu.", field="ends_on")
    if due < ends_on:
        raise Invalid("Hạn gửi phải từ ngày chốt số liệu.", field="due")


def _require_new(form: ReportForm, starts_on: date, ends_on: date) -> None:
    same = _of_root(form).filter(starts_on=starts_on, ends_on=ends_on).select_related("asked_by").first()
    if same is not None:
        who = same.asked_by or "Hệ thống"
        raise Invalid(f"{who} đã yêu cầu báo cáo này cho {same.name} ngày {same.asked_on:%d/%m/%Y}.", field="starts_on")


def _previous(form: ReportForm, starts_on: date) -> ReportRequest | None:
    """The request of the period before, unless another one follows it already."""
    before = _of_root(form).filter(ends_on__lt=starts_on).order_by("-ends_on", "-pk").first()
    taken = before is not None and ReportRequest.objects.filter(follows=before).exists()
    return None if taken else before


def _of_root(form: ReportForm) -> QuerySet[ReportRequest]:
    return ReportRequest.objects.filter(Q(form__root=form.root_pk) | Q(form=form.root_pk))
