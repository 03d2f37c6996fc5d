"""A form with figures of all kinds, and requests by it."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.reporting.models import Report, ReportForm, ReportRequest
from congdoan.reporting.services.ask import ask_for_report
from congdoan.reporting.services.forms import create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item
from tests.world import Federation

STARTS, ENDS, DUE = date(2022, 12, 15), date(2023, 3, 14), date(2023, 3, 17)


def draft_form(federation: Federation, name: str = "Báo cáo cải cách hành chính") -> ReportForm:
    """C1 given, C2 done, C3 share in %, C4 typed, C5 results, C6 a table, C7 a check."""
    by = federation["chuyenvien"]
    form = create_form(
        unit=federation.province, by=by, name=name, every="quarterly", filled_by="district", due_days=3, basis="KH 34"
    )
    first, second, _ = form.sections.all()
    _add(form, first.pk, by, "figure", label="Nhiệm vụ phải làm", unit_text="nhiệm vụ", source="plans.given")
    _add(form, first.pk, by, "figure", label="Nhiệm vụ đã xong", unit_text="nhiệm vụ", source="plans.done")
    _add(form, first.pk, by, "figure", label="Tỷ lệ xong", unit_text="%", formula="C2 / C1 * 100", required=False)
    _add(form, second.pk, by, "figure", label="Số người dự tập huấn", unit_text="người", least=0, most=5000)
    _add(form, first.pk, by, "text", label="Kết quả", source="plans.results")
    _add(form, first.pk, by, "table", label="Mô hình mới", columns=["Tên", "Nơi làm"], required=False)
    _add(form, first.pk, by, "check", label="Số xong không quá số phải làm", formula="C2 <= C1")
    form.refresh_from_db()
    return form


def form_in_use(federation: Federation) -> ReportForm:
    return take_into_use(form_id=draft_form(federation).pk, by=federation["chuyenvien"])


def asked(federation: Federation, form: ReportForm | None = None, **more: object) -> ReportRequest:
    """Both districts, for the first quarter of 2023."""
    days = {"name": "Quý I/2023", "starts_on": STARTS, "ends_on": ENDS, "due": DUE, **more}
    form = form or form_in_use(federation)
    return ask_for_report(form_id=form.pk, by=federation["chuyenvien"], **days)  # type: ignore[arg-type]


def report_of_ba_tri(request: ReportRequest, federation: Federation) -> Report:
    return request.reports.get(unit=federation.ba_tri)


def item_id(report: Report, code: str) -> int:
    return report.request.form.items.get(code=code).pk


def _add(form: ReportForm, section: int, by: User, kind: str, **facts: object) -> None:
    add_item(form_id=form.pk, section_id=section, by=by, kind=kind, facts=ItemFacts(**facts))  # type: ignore[arg-type]
