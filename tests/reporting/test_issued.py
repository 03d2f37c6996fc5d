"""A report becomes a paper of Decree 30: numbered without gaps, printed as PDF/A, kept in the store, sealed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from congdoan.core.audit.sealing.check import find_changed_rows
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.errors import Conflict, IllegalTransition, Invalid, NotAllowed, NotFound
from congdoan.core.files.store import open_stored
from congdoan.core.numbering import next_number
from congdoan.core.verify.checks import checks
from congdoan.documents.models import Document
from congdoan.plans.models import Plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.reporting.models import IssuedReport, Report, ReportRequest
from congdoan.reporting.services.issue import issue_composed, issue_report
from congdoan.reporting.services.onward import compose_answer
from congdoan.reporting.services.send import correct, sign_and_send
from tests.plans.drafts import add_task, approved
from tests.reporting.onward import send
from tests.world import Federation

TODAY = date(2023, 3, 15)


@pytest.fixture
def sent(federation: Federation, owed: Report, below: ReportRequest) -> Report:
    """The province's answer to the confederation, composed of what its districts sent, signed by the chair."""
    send(below, federation, "cholach", 15, "Mở hai lớp", [])
    compose_answer(request_id=below.pk, by=federation["chuyenvien"])
    return sign_and_send(report_id=owed.pk, by=federation["chutich"])


def wrong() -> Iterator[str]:
    for name in ("numbers.twice", "numbers.missing", "numbers.beyond", "reporting.papers", "documents.replaced"):
        yield from checks[name].find(lambda *_: None)


def test_the_composed_and_signed_report_gets_the_next_number_and_lies_in_the_store(
    federation: Federation, sent: Report
) -> None:
    paper = issue_report(report_id=sent.pk, by=federation["vanthu"])
    assert (paper.symbol, paper.issued_on, paper.version) == ("1/BC-LĐLĐ", TODAY, 1)
    assert (paper.signer, paper.signer_title) == (federation["chutich"], "Chủ tịch")
    document = Document.objects.get(symbol="1/BC-LĐLĐ")
    assert (document.unit, document.type, document.file) == (federation.province, "BC", paper.file)
    assert paper.file is not None
    with open_stored(paper.file) as content:
        assert content.read().startswith(b"%PDF")
    assert list(wrong()) == []


def test_a_version_is_a_paper_once_and_only_when_it_was_sent(federation: Federation, sent: Report) -> None:
    issue_report(report_id=sent.pk, by=federation["vanthu"])
    with pytest.raises(Conflict, match=r"Phạm Thị Tuyết Nhung ban hành số 1/BC-LĐLĐ"):
        issue_report(report_id=sent.pk, by=federation["chutich"])
    correct(report_id=sent.pk, by=federation["chuyenvien"], note="Đếm thiếu")
    with pytest.raises(IllegalTransition):
        issue_report(report_id=sent.pk, by=federation["vanthu"])
    sign_and_send(report_id=sent.pk, by=federation["chutich"])
    again = issue_report(report_id=sent.pk, by=federation["vanthu"])
    assert (again.symbol, again.version) == ("2/BC-LĐLĐ", 2)
    old = Document.objects.get(symbol="1/BC-LĐLĐ")
    assert (old.validity, old.replaced_by) == ("replaced", Document.objects.get(symbol="2/BC-LĐLĐ"))
    assert list(wrong()) == []


def test_where_nobody_above_asks_the_leader_signs_and_issues_what_units_below_sent(
    federation: Federation, below: ReportRequest
) -> None:
    with pytest.raises(NotAllowed):
        issue_composed(request_id=below.pk, by=federation["chuyenvien"])
    with pytest.raises(NotFound):
        issue_composed(request_id=below.pk, by=federation["batri"])
    first = issue_composed(request_id=below.pk, by=federation["chutich"])
    assert (first.symbol, first.signer, first.version) == ("1/BC-LĐLĐ", federation["chutich"], 1)
    with pytest.raises(Conflict, match="Xem văn bản đó trước"):
        issue_composed(request_id=below.pk, by=federation["chutich"], seen=0)
    send(below, federation, "cholach", 15, "Mở hai lớp", [])
    assert issue_composed(request_id=below.pk, by=federation["chutich"], seen=1).symbol == "2/BC-LĐLĐ"
    assert list(wrong()) == []


def test_nothing_is_issued_before_a_unit_has_sent(federation: Federation, below: ReportRequest) -> None:
    Report.objects.filter(request=below).update(state="draft", sent_version=None, sent_on=None)
    with pytest.raises(Conflict, match="Chưa đơn vị nào gửi"):
        issue_composed(request_id=below.pk, by=federation["chutich"])


def test_a_unit_above_does_not_take_the_numbers_of_a_unit_below(federation: Federation, below: ReportRequest) -> None:
    report = below.reports.get(unit=federation.ba_tri)
    for who in ("vanthu", "chutich", "ubkt"):
        with pytest.raises(NotFound):
            issue_report(report_id=report.pk, by=federation[who])
    assert issue_report(report_id=report.pk, by=federation["batri.cv"]).unit == federation.ba_tri


def test_a_number_from_the_register_on_paper_is_kept_and_none_is_given_twice(
    federation: Federation, sent: Report, below: ReportRequest
) -> None:
    assert issue_report(report_id=sent.pk, by=federation["vanthu"], number=12).symbol == "12/BC-LĐLĐ"
    with pytest.raises(Invalid, match="Số 12 đã cấp trong năm 2023: báo cáo số 12/BC-LĐLĐ"):
        issue_composed(request_id=below.pk, by=federation["chutich"], number=12)
    assert issue_composed(request_id=below.pk, by=federation["chutich"]).number == 13
    assert list(wrong()) == []


def test_a_plan_that_takes_its_number_from_the_same_register_does_not_take_that_of_a_report(
    federation: Federation, sent: Report
) -> None:
    issue_report(report_id=sent.pk, by=federation["vanthu"], number=5)
    plan = Plan.objects.create(
        unit=federation.province, subject="Báo cáo giao việc", state="in_review", created_by=federation["chuyenvien"]
    )
    add_task(plan, "1", federation.ba_tri, date(2023, 6, 30))
    approved(plan, federation)
    Plan.objects.filter(pk=plan.pk).update(series="BC")
    with pytest.raises(Invalid, match="Số 5 đã cấp cho Phạm Thị Tuyết Nhung ban hành số 5/BC-LĐLĐ"):
        issue_plan(plan_id=plan.pk, by=federation["vanthu"], on=TODAY, number=5)
    assert issue_plan(plan_id=plan.pk, by=federation["vanthu"], on=TODAY).symbol == "6/BC-LĐLĐ"


def test_a_number_is_given_back_when_printing_fails(
    federation: Federation, sent: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise Invalid("Hỏng")

    monkeypatch.setattr("congdoan.reporting.services.issue.to_pdf", broken)
    with pytest.raises(Invalid):
        issue_report(report_id=sent.pk, by=federation["vanthu"])
    assert next_number(unit_id=federation.province.pk, series="BC", year=2023) == 1
    assert not IssuedReport.objects.exists()


def test_the_pages_issue_the_report_and_lead_to_its_paper_and_back(
    client: Client, federation: Federation, sent: Report, below: ReportRequest
) -> None:
    client.force_login(federation["vanthu"])
    address = f"/bao-cao/{sent.pk}/ban-hanh/"
    assert address in client.get(f"/bao-cao/{sent.pk}/").content.decode()
    asked = client.get(address).content.decode()
    assert f"<dt>Người ký</dt><dd>{sent.signer}, {sent.signer_title}</dd>" in asked and "15/03/2023" in asked
    assert client.post(address, {"number": ""})["Location"] == f"/bao-cao/{sent.pk}/"
    page = client.get(f"/bao-cao/{sent.pk}/").content.decode()
    assert "Đã ban hành báo cáo số 1/BC-LĐLĐ" in page
    assert address not in page
    paper = IssuedReport.objects.get()
    assert f"/bao-cao/van-ban/{paper.pk}/" in page
    assert client.get(f"/bao-cao/van-ban/{paper.pk}/").status_code == 200
    document = Document.objects.get(symbol=paper.symbol)
    assert f"/bao-cao/{sent.pk}/" in client.get(f"/van-ban/{document.pk}/").content.decode()
    assert f"/van-ban/{document.pk}/" in client.get("/tim-kiem/?q=1/BC-LĐLĐ").content.decode()
    again = client.post(address, {"number": "17"})
    assert again.status_code == 409
    assert "17" in again.content.decode()
    client.force_login(federation["chutich"])
    assert f"/bao-cao/yeu-cau/{below.pk}/ban-hanh/" in client.get(f"/bao-cao/yeu-cau/{below.pk}/").content.decode()
    asked = client.get(f"/bao-cao/yeu-cau/{below.pk}/ban-hanh/").content.decode()
    assert f"<dt>Người ký</dt><dd>{federation['chutich']}, Chủ tịch</dd>" in asked
    client.force_login(federation["cholach"])
    assert client.get(f"/bao-cao/van-ban/{paper.pk}/").status_code == 404


def test_the_paper_is_sealed(federation: Federation, sent: Report) -> None:
    paper = issue_report(report_id=sent.pk, by=federation["vanthu"])
    seal_new()
    assert list(find_changed_rows(lambda *_: None)) == []
    IssuedReport.objects.filter(pk=paper.pk).update(subject="Khác")
    (place,) = find_changed_rows(lambda *_: None)
    assert "Báo cáo đã ban hành" in place
