"""A report that the confederation asks of the province, and what the province asks of its districts because of it."""

import pytest

from congdoan.organisation.roles import Role
from congdoan.reporting.models import Report, ReportRequest
from congdoan.reporting.services.ask import ask_for_report
from congdoan.reporting.services.forms import create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item
from congdoan.reporting.services.onward import pass_on
from tests.reporting.onward import DAYS, send
from tests.world import Federation, make_post, make_user


@pytest.fixture
def owed(federation: Federation) -> Report:
    """The confederation asks the province for C1 people, C2 results and C3 a table; C4 comes from tasks."""
    by = make_user("tld")
    make_post(by, federation.tld, Role.UNIT_LEADER)
    form = create_form(
        unit=federation.tld, by=by, name="Báo cáo tập huấn", every="quarterly", filled_by="province", due_days=3
    )
    section = form.sections.all()[0].pk
    for kind, facts in (
        ("figure", {"label": "Số người dự"}),
        ("text", {"label": "Kết quả"}),
        ("table", {"label": "Mô hình", "columns": ["Tên", "Nơi làm"], "required": False}),
        ("figure", {"label": "Việc đã xong", "source": "plans.done"}),
    ):
        add_item(form_id=form.pk, section_id=section, by=by, kind=kind, facts=ItemFacts(**facts))  # type: ignore[arg-type]
    take_into_use(form_id=form.pk, by=by)
    return ask_for_report(form_id=form.pk, by=by, **DAYS).reports.get(unit=federation.province)


@pytest.fixture
def below(federation: Federation, owed: Report) -> ReportRequest:
    """The province has asked both districts the same; Ba Tri has sent."""
    by = federation["chuyenvien"]
    form = pass_on(report_id=owed.pk, by=by)
    take_into_use(form_id=form.pk, by=by)
    asked = ask_for_report(form_id=form.pk, by=by, **DAYS)
    send(asked, federation, "batri", 40, "Đã tập huấn", [["Góc đọc sách", "Ba Tri"]])
    return asked
