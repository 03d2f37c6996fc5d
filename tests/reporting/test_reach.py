"""Whose records an indicator counts: the office of the unit alone, or the unit with all below it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.plans.models import AssignmentState, ProgressReport, ReportState
from congdoan.reporting.models import FormItem, Reach, Report, ReportRequest
from congdoan.reporting.queries.report_page import filled
from congdoan.reporting.services.forms import create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item
from tests.plans.factories import give, make_plan, make_task
from tests.reporting.factories import asked, draft_form, item_id, report_of_ba_tri
from tests.world import Federation, make_unit

BELOW, OWN = Reach.BELOW, Reach.OWN
_ASKED = (
    ("figure", "Việc của cơ quan", "plans.done", OWN),
    ("figure", "Việc của cả huyện", "plans.done", BELOW),
    ("text", "Kết quả của cơ quan", "plans.results", OWN),
    ("text", "Kết quả của cả huyện", "plans.results", BELOW),
    ("table", "Việc của cả huyện", "plans.tasks", BELOW),
    ("figure", "Vướng mắc của cả huyện", "plans.obstacles", BELOW),
)


@pytest.fixture
def request_of_quarter(federation: Federation) -> ReportRequest:
    """Ba Tri's office has done one task, its union of An Thủy two; Chợ Lách's union one, Chợ Lách none."""
    inside = make_unit("Ban nữ công", "department", federation.ba_tri)
    task = make_task(make_plan(federation), "1", "Tập huấn")
    more = make_task(task.plan, "2", "Rà soát thủ tục")
    for one, unit in ((task, inside), (task, federation.an_thuy), (more, federation.an_thuy)):
        work = give(one, unit, state=AssignmentState.DONE, done_on=date(2023, 2, 1))
        facts = {"state": ReportState.ACCEPTED, "by": federation["batri.cv"], "on": date(2023, 2, 1)}
        ProgressReport.objects.create(assignment=work, text=f"{unit} xong mục {one.number}", **facts)
    give(task, federation.phu_phung, state=AssignmentState.DONE, done_on=date(2023, 2, 1))
    by = federation["chuyenvien"]
    form = create_form(
        unit=federation.province, by=by, name="Cả huyện", every="quarterly", filled_by="district", due_days=3
    )
    section = form.sections.earliest("order").pk
    for kind, label, source, reach in _ASKED:
        facts_of = ItemFacts(label=label, source=source, reach=reach)
        add_item(form_id=form.pk, section_id=section, by=by, kind=kind, facts=facts_of)
    return asked(federation, take_into_use(form_id=form.pk, by=by))


def test_an_indicator_counts_the_office_or_the_unit_with_all_below(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    shown = {field.item.code: field for field in filled(report_of_ba_tri(request_of_quarter, federation)).fields}
    assert (shown["C1"].figure, shown["C2"].figure, shown["C6"].figure) == (1, 3, 0)
    assert shown["C3"].text == "- Tập huấn: Ban nữ công xong mục 1"
    assert shown["C4"].text == (
        "- Tập huấn: Ban nữ công xong mục 1\n"
        "CĐCS xã An Thủy:\n"
        "- Tập huấn: CĐCS xã An Thủy xong mục 1\n"
        "- Rà soát thủ tục: CĐCS xã An Thủy xong mục 2"
    )
    assert [row[0] for row in shown["C5"].rows] == [
        "Tập huấn",
        "Tập huấn (CĐCS xã An Thủy)",
        "Rà soát thủ tục (CĐCS xã An Thủy)",
    ]
    other = filled(request_of_quarter.reports.get(unit=federation.cho_lach))
    assert [field.figure for field in other.fields[:2]] == [0, 1]


def test_its_page_says_so_and_shows_the_records_of_those_below(
    client: Client, federation: Federation, request_of_quarter: ReportRequest
) -> None:
    report: Report = report_of_ba_tri(request_of_quarter, federation)
    client.force_login(federation["batri.cv"])
    page = client.get(reverse("reporting:report", args=[report.pk])).content.decode()
    assert "Nhiệm vụ hoàn thành trong kỳ, cả các đơn vị cấp dưới: 3 nhiệm vụ" in page
    own, all_below = (
        client.get(reverse("reporting:origins", args=[report.pk, item_id(report, code)])).content.decode()
        for code in ("C1", "C2")
    )
    assert "CĐCS xã An Thủy" not in own
    assert all_below.count("CĐCS xã An Thủy") == 2


def test_the_reach_is_chosen_where_the_form_is_designed(client: Client, federation: Federation) -> None:
    form = draft_form(federation)
    item = FormItem.objects.get(form=form, code="C1")
    client.force_login(federation["vanthu"])
    change = reverse("reporting:change-item", args=[form.pk, item.pk])
    assert "Đơn vị và mọi đơn vị cấp dưới" in client.get(change).content.decode()
    said = {"label": item.label, "section": item.section_id, "source": item.source, "combine": "sum", "reach": "below"}
    shown = client.post(change, said, follow=True).content.decode()
    assert "Tự lấy: Nhiệm vụ phải thực hiện trong kỳ, cả cấp dưới" in shown
    client.post(change, said | {"source": "", "formula": "C2 + 1"})
    item.refresh_from_db()
    assert item.reach == Reach.OWN, "what nothing fills by itself reaches nowhere"
