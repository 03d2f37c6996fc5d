"""A request from the superior's question to its own report: filled by itself, signed, corrected, composed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotAllowed, NotFound
from congdoan.organisation.roles import Role
from congdoan.plans.models import AssignmentState, ProgressReport, ReportState, WorkPeriod
from congdoan.reporting.models import Report, ReportRequest
from congdoan.reporting.models import ReportState as State
from congdoan.reporting.periods import data_period, period_after
from congdoan.reporting.queries.compose import combined, standing
from congdoan.reporting.queries.report_page import filled
from congdoan.reporting.services.follow_up import close_request, reopen_request, urge
from congdoan.reporting.services.send import correct, hand_in, return_report, send_back, sign_and_send
from congdoan.reporting.services.turn import turn_reports
from congdoan.reporting.services.write import refill, save_value, state_of_value
from congdoan.reporting.sources import figure_sources
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.factories import give, make_plan, make_task
from tests.reporting.factories import DUE, ENDS, STARTS, asked, form_in_use, item_id, report_of_ba_tri
from tests.world import Federation, make_post, make_unit, make_user


@pytest.fixture
def request_of_quarter(federation: Federation) -> ReportRequest:
    """Ba Tri has done one of two tasks, and has said so; Chợ Lách has none."""
    plan = make_plan(federation)
    done = give(
        make_task(plan, "1", "Rà soát thủ tục"),
        federation.ba_tri,
        state=AssignmentState.DONE,
        done_on=date(2023, 2, 1),
        due=date(2023, 2, 10),
    )
    give(make_task(plan, "2", "Tập huấn"), federation.ba_tri, state=AssignmentState.DOING, due=date(2023, 3, 1))
    for state, text, on in (
        (ReportState.ACCEPTED, "Đã rà soát 24\nthủ tục", date(2023, 1, 30)),
        (ReportState.RETURNED, "Bị trả lại", date(2023, 1, 20)),
        (ReportState.ACCEPTED, "Của kỳ trước", date(2022, 11, 1)),
    ):
        ProgressReport.objects.create(assignment=done, text=text, state=state, by=federation["batri.cv"], on=on)
    return asked(federation)


def _typed(report: Report, federation: Federation, figure: int = 40) -> None:
    save_value(report_id=report.pk, item_id=item_id(report, "C4"), by=federation["batri.cv"], figure=Decimal(figure))


def test_data_are_closed_on_the_14th_of_the_last_month_and_the_next_period_follows(federation: Federation) -> None:
    quarter = data_period("quarterly", date(2023, 2, 1))
    assert (quarter.name, quarter.starts_on, quarter.ends_on) == ("Quý I/2023", date(2022, 12, 15), date(2023, 3, 14))
    following = period_after("quarterly", quarter.ends_on)
    assert (following.name, following.starts_on) == ("Quý II/2023", date(2023, 3, 15))
    assert data_period("yearly", date(2023, 5, 1)).ends_on == date(2023, 12, 14)


def test_asking_puts_a_draft_with_figures_and_texts_on_every_desk(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    shown = {field.item.code: field for field in filled(report_of_ba_tri(request_of_quarter, federation)).fields}
    assert (shown["C1"].figure, shown["C2"].figure, shown["C3"].figure) == (2, 1, 50)
    assert shown["C5"].text == "- Rà soát thủ tục: Đã rà soát 24 thủ tục"
    assert shown["C7"].holds is True
    other = filled(request_of_quarter.reports.get(unit=federation.cho_lach)).field_of(shown["C3"].item.pk)
    assert other is not None
    assert other.why_not == "C1 bằng 0 nên chưa tính được."
    work = WorkItem.objects.filter(kind="reporting.write", state="open")
    assert {(item.unit_id, item.due) for item in work} == {(federation.ba_tri.pk, DUE), (federation.cho_lach.pk, DUE)}


def test_recurring_work_counts_once_for_each_of_its_periods(federation: Federation) -> None:
    """January was done, February went by undone and late, March is under way; December was done before."""
    task = make_task(make_plan(federation), "1", "Họp giao ban", recurrence="monthly", due=None)
    work = give(task, federation.ba_tri, state=AssignmentState.DOING, due=date(2023, 3, 31))
    for month, state, closed in ((12, "done", date(2022, 12, 10)), (1, "done", date(2023, 1, 20)), (2, "missed", None)):
        begins = date(2022 if month == 12 else 2023, month, 1)
        ends = begins.replace(day=28)
        days = {"starts_on": begins, "ends_on": ends, "due": ends, "turns_on": ends + timedelta(1)}
        WorkPeriod.objects.create(
            assignment=work,
            name=f"Tháng {month}",
            state=state,
            closed_on=closed or date(2023, 3, 1),
            is_last=False,
            **days,
        )
    march = {"starts_on": date(2023, 3, 1), "ends_on": date(2023, 3, 31), "due": date(2023, 3, 31)}
    WorkPeriod.objects.create(assignment=work, name="Tháng 3", turns_on=date(2023, 4, 1), **march)
    counted = {name: _counted(name, federation) for name in ("given", "done", "on_time", "overdue", "going", "new")}
    assert counted == {"given": 3, "done": 1, "on_time": 1, "overdue": 1, "going": 1, "new": 0}
    found = figure_sources["plans.given"].origins(federation.ba_tri.pk, STARTS, ENDS)
    assert [origin.about.split(" · ")[1] for origin in found] == ["Tháng 1", "Tháng 2", "Tháng 3"]


def _counted(name: str, federation: Federation) -> int:
    given = {"units": [federation.ba_tri.pk], "starts": STARTS, "ends": ENDS, "today": clock.today()}
    with connection.cursor() as cursor:
        cursor.execute(figure_sources[f"plans.{name}"].select, given)
        return sum(row[1] for row in cursor.fetchall())


def test_a_value_other_than_the_source_says_is_kept_beside_it_and_wants_a_reason(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    report = report_of_ba_tri(request_of_quarter, federation)
    _typed(report, federation)
    first = item_id(report, "C1")
    value = save_value(report_id=report.pk, item_id=first, by=federation["batri.cv"], figure=Decimal(5))
    assert (value.figure, value.source_figure, value.is_own) == (5, 2, True)
    with pytest.raises(Invalid, match=r"C1: ghi lý do nhập khác số liệu hệ thống \(2 nhiệm vụ\)"):
        hand_in(report_id=report.pk, by=federation["batri.cv"])
    refill(report_id=report.pk, by=federation["batri.cv"])
    value.refresh_from_db()
    assert value.figure == 5
    again = save_value(report_id=report.pk, item_id=first, by=federation["batri.cv"], figure=None)
    assert (again.figure, again.is_own) == (2, False)


def test_a_report_is_written_signed_and_sent_and_a_correction_is_a_new_version(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    report = report_of_ba_tri(request_of_quarter, federation)
    writer, chair = federation["batri.cv"], federation["batri"]
    with pytest.raises(Invalid, match="C4: chưa có “Số người dự tập huấn”"):
        hand_in(report_id=report.pk, by=writer)
    _typed(report, federation)
    hand_in(report_id=report.pk, by=writer)
    with pytest.raises(Conflict, match="Chờ ký gửi"):
        _typed(report, federation, 41)
    send_back(report_id=report.pk, by=chair, note="Xem lại số người")
    _typed(report, federation, 42)
    hand_in(report_id=report.pk, by=writer)
    with pytest.raises(NotAllowed):
        sign_and_send(report_id=report.pk, by=writer)
    sign_and_send(report_id=report.pk, by=chair)
    assert not WorkItem.objects.filter(object_id=report.pk, kind__startswith="reporting.", state="open").exists()
    correct(report_id=report.pk, by=writer, note="Thiếu hai người")
    _typed(report, federation, 44)
    typed = next(one for one in combined(request_of_quarter) if one.item.code == "C4")
    assert typed.figure == 42, "the superior reads what was sent"
    sent = sign_and_send(report_id=report.pk, by=chair)
    assert (sent.version, sent.sent_version, sent.signer_title) == (2, 2, "Chủ tịch")
    assert next(one for one in combined(request_of_quarter) if one.item.code == "C4").figure == 44
    assert filled(sent, 1).field_of(typed.item.pk).figure == 42  # type: ignore[union-attr]


def test_the_superior_gives_back_urges_and_closes(federation: Federation, request_of_quarter: ReportRequest) -> None:
    report, asker = report_of_ba_tri(request_of_quarter, federation), federation["chuyenvien"]
    _typed(report, federation)
    sign_and_send(report_id=report.pk, by=federation["batri"])
    assert urge(request_id=request_of_quarter.pk, by=asker) == 1
    told = Notice.objects.get(user=federation["cholach"], kind="reporting.urged")
    assert told.text == "Đôn đốc gửi báo cáo: Báo cáo cải cách hành chính quý I/2023, hạn 17/03/2023"
    with pytest.raises(Conflict, match="đã đôn đốc hôm nay"):
        urge(request_id=request_of_quarter.pk, by=asker)
    return_report(report_id=report.pk, by=asker, note="Số liệu chưa đủ")
    assert Notice.objects.filter(user=federation["batri.cv"], text__contains="Số liệu chưa đủ").exists()
    close_request(request_id=request_of_quarter.pk, by=asker)
    with pytest.raises(Conflict, match="đã khóa kỳ Quý I/2023"):
        sign_and_send(report_id=report.pk, by=federation["batri"])
    assert standing(request_of_quarter).sent == 1
    reopen_request(request_id=request_of_quarter.pk, by=asker)
    assert WorkItem.objects.filter(kind="reporting.write", state="open").count() == 2


def test_a_foreign_report_does_not_exist_and_a_reader_writes_nothing(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    report = report_of_ba_tri(request_of_quarter, federation)
    given = {"report_id": report.pk, "item_id": item_id(report, "C4"), "figure": Decimal(1)}
    reader = make_user("nguoidoc")
    make_post(reader, federation.ba_tri, Role.READER)
    for foreign in ("cholach", "chutich"):
        with pytest.raises(NotFound):
            save_value(by=federation[foreign], **given)
    with pytest.raises(NotAllowed):
        save_value(by=reader, **given)


def test_whoever_saves_second_is_told_who_was_first(federation: Federation, request_of_quarter: ReportRequest) -> None:
    report = report_of_ba_tri(request_of_quarter, federation)
    _typed(report, federation)
    seen = state_of_value(report.values.get(item__code="C4"))
    _typed(report, federation, 41)
    with pytest.raises(Conflict, match="So lại với nội dung đang nhập"):
        save_value(
            report_id=report.pk, item_id=item_id(report, "C4"), by=federation["batri"], figure=Decimal(9), seen=seen
        )
    with pytest.raises(Invalid, match=r"lớn hơn mức cao nhất 5\.000"):
        _typed(report, federation, 6000)


def test_the_next_period_opens_by_itself_before_its_data_are_closed(
    federation: Federation, request_of_quarter: ReportRequest
) -> None:
    ReportRequest.objects.update(recurs=True)
    assert turn_reports(on=date(2023, 6, 1))[0] == 0
    clock.set_today(date(2023, 6, 7))
    assert turn_reports(on=date(2023, 6, 7))[0] == 1
    assert turn_reports(on=date(2023, 6, 7))[0] == 0
    following = ReportRequest.objects.get(follows=request_of_quarter)
    assert (following.name, following.ends_on, following.due) == ("Quý II/2023", date(2023, 6, 14), date(2023, 6, 19))
    assert following.reports.filter(state=State.DRAFT).count() == 2


def test_the_same_period_is_asked_for_once(federation: Federation) -> None:
    form = form_in_use(federation)
    asked(federation, form)
    with pytest.raises(Invalid, match="Nguyễn Thị Ngọc Hân đã yêu cầu báo cáo này"):
        asked(federation, form)
    with pytest.raises(Invalid, match="Hạn gửi phải từ ngày chốt"):
        asked(federation, form, due=date(2023, 3, 1), starts_on=date(2023, 1, 1))


def test_figures_that_lie_far_from_the_others_are_marked_and_compared_with_the_period_before(
    federation: Federation,
) -> None:
    chair = federation["batri"]
    make_post(chair, federation.cho_lach, Role.UNIT_LEADER)
    for place in range(6):
        make_post(chair, make_unit(f"LĐLĐ huyện số {place}", "district", federation.province), Role.UNIT_LEADER)
    before = asked(federation)
    request = asked(
        federation,
        before.form,
        name="Quý II/2023",
        starts_on=date(2023, 3, 15),
        ends_on=date(2023, 6, 14),
        due=date(2023, 6, 20),
    )
    for one, figures in ((before, [10] * 8), (request, [10, 11, 12, 10, 9, 11, 12, 300])):
        for report, figure in zip(one.reports.order_by("pk"), figures, strict=True):
            save_value(report_id=report.pk, item_id=item_id(report, "C4"), by=chair, figure=Decimal(figure))
            sign_and_send(report_id=report.pk, by=chair)
    typed = next(one for one in combined(request) if one.item.code == "C4")
    assert (typed.figure, typed.before, typed.difference) == (375, 80, 295)
    assert [outlier.figure for outlier in typed.outliers] == [300]
