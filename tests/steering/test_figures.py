"""Burn-up, what stands still, what will be late, units beside their like, the month: what each is counted from."""

from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from congdoan.core.files.store import store
from congdoan.core.periods import period_of
from congdoan.plans.models import Amendment, AmendmentChange, AssignmentState, Plan, ProgressReport
from congdoan.steering.drawing import BurnupDrawing, step_of
from congdoan.steering.picture import burnup_png, burnup_svg
from congdoan.steering.queries.ahead import forecast
from congdoan.steering.queries.burnup import Burnup, Line, burnup
from congdoan.steering.queries.calendar import month_of
from congdoan.steering.queries.compare import compare
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.still import moved_often, repeated_evidence, still_parts
from tests.plans.factories import give, make_task
from tests.steering.history import finished
from tests.world import Federation, make_unit

TODAY = date(2023, 3, 15)


@pytest.fixture
def steered(federation: Federation, plan: Plan) -> Steered:
    return Steered(federation["chutich"], TODAY)


def test_what_was_due_stands_against_what_was_accepted(steered: Steered) -> None:
    found = burnup(steered)
    assert found is not None
    assert (found.due_now, found.done_now, found.total, found.behind) == (2, 1, 3, 1)
    rows = {row.name: (row.due, row.done) for row in found.months()}
    assert (rows["Tháng 2/2023"], rows["Tháng 3/2023"], rows["Tháng 6/2023"]) == ((0, 1), (2, 1), (3, None))


def test_what_is_due_today_may_still_be_done(steered: Steered, plan: Plan, federation: Federation) -> None:
    give(make_task(plan, "5", "Đến hạn hôm nay", due=TODAY), federation.education)
    found = burnup(steered)
    assert found is not None and found.due_now == 2


@examples(st.integers(1, 10_000_000))
def test_a_picture_has_three_to_six_rungs_or_one_for_each_part(most: int) -> None:
    step = step_of(most)
    assert 2 <= -(-most // step) <= 5 or (step == 1 and most <= 5)
    assert str(step).strip("0") in ("1", "2", "5")


@examples(
    st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 999)), max_size=40),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_lines_stay_inside_the_picture_and_only_rise(counted: list[tuple[date, int]], today: date) -> None:
    days = sorted(dict(counted).items())
    line = Line.of(days)
    drawing = BurnupDrawing(Burnup(line, line, line.whole, 0, date(2020, 1, 1), date(2030, 1, 31), today))
    steps = [tuple(map(float, step.split("V"))) for step in drawing.done_path.split(" H")[1:]]
    assert all(0 <= x <= 1000 and 0 <= y <= 200 for x, y in steps)
    assert all(after[0] >= before[0] and after[1] <= before[1] for before, after in pairwise(steps))
    assert line.on(today) == sum(count for day, count in days if day <= today)


def test_the_picture_of_a_mail_is_a_png_of_the_same_lines(steered: Steered) -> None:
    found = burnup(steered)
    assert found is not None
    drawing = BurnupDrawing(found)
    assert "phải xong theo hạn: 2" in burnup_svg(drawing)
    assert burnup_png(drawing).startswith(b"\x89PNG")


def test_work_without_a_sign_for_longer_than_like_work_took_stands_still(
    steered: Steered, plan: Plan, federation: Federation
) -> None:
    finished(plan, federation.ba_tri, list(range(18, 43)))
    task = make_task(plan, "6.a", "Đứng yên", due=TODAY + timedelta(days=10))
    given = {"given_on": TODAY - timedelta(days=45), "taken_on": TODAY - timedelta(days=42)}
    give(task, federation.cho_lach, state=AssignmentState.DOING, **given)
    found = still_parts(steered)
    (still,) = found.of(list(found.found))
    assert still.part.task == task
    assert still.basis == (
        "42 ngày không động; việc như thế này thường xong trong 24–36 ngày, 9 trong 10 việc xong trong 40 ngày "
        "(n = 25; LĐLĐ huyện, thị xã, thành phố, hạn 1–3 tháng)"
    )


def test_a_report_is_a_sign(steered: Steered, plan: Plan, federation: Federation) -> None:
    finished(plan, federation.ba_tri, list(range(18, 43)))
    task = make_task(plan, "6.a", "Có báo cáo", due=TODAY + timedelta(days=10))
    given = {"given_on": TODAY - timedelta(days=45), "last_report_on": TODAY - timedelta(days=5)}
    give(task, federation.cho_lach, state=AssignmentState.DOING, **given)
    assert not still_parts(steered).found.exists()


def test_with_too_little_like_work_nothing_is_called_still(
    steered: Steered, plan: Plan, federation: Federation
) -> None:
    finished(plan, federation.ba_tri, [20] * 5)
    found = still_parts(steered)
    assert not found.found.exists()
    assert found.without_basis == 2


def test_the_same_file_in_several_reports_of_a_unit_is_shown(
    steered: Steered, plan: Plan, federation: Federation
) -> None:
    first, second = plan.assignments.filter(unit__kind="district").order_by("pk")
    for assignment, times in ((first, 2), (second, 1)):
        for place in range(times):
            report = ProgressReport.objects.create(
                assignment=assignment, text="Đã làm", by=federation["batri"], on=TODAY
            )
            kept = store(BytesIO(b"%PDF-1.4 anh"), name=f"anh-{place}.pdf", by_id=federation["batri"].pk)
            report.files.add(kept)
    (found,) = repeated_evidence(steered)
    assert (found.unit, found.reports, found.parts) == (first.unit, 2, [first])


def test_a_due_day_that_was_moved_twice_is_shown(steered: Steered, plan: Plan, federation: Federation) -> None:
    task, other = plan.tasks.order_by("pk")
    days = [date(2023, 2, 1), date(2023, 3, 1), date(2023, 6, 30)]
    for version, (before, after) in enumerate(pairwise(days), start=2):
        amendment = Amendment.objects.create(plan=plan, version=version, reason="Chậm", on=before)
        for one in (task, other)[: 2 if version == 2 else 1]:
            moved = {"before": {"due": before.isoformat()}, "after": {"due": after.isoformat()}}
            AmendmentChange.objects.create(amendment=amendment, task=one, kind="due", **moved)
    (found,) = moved_often(steered)
    assert (found.task, found.times, found.first, found.later_by) == (task, 2, days[0], 149)


def test_a_forecast_says_what_it_rests_on(steered: Steered, plan: Plan, federation: Federation) -> None:
    finished(plan, federation.ba_tri, [55] * 10 + [70] * 20)
    finished(plan, federation.cho_lach, [75] * 4)
    coming = make_task(plan, "7.a", "Sắp đến hạn", due=TODAY + timedelta(days=10))
    give(coming, federation.cho_lach, state=AssignmentState.DOING, given_on=TODAY - timedelta(days=50))
    (row,) = forecast(steered).rows
    assert row.outlook.is_likely
    assert row.basis.endswith(
        "34 việc như thế này (LĐLĐ huyện, thị xã, thành phố, hạn 1–3 tháng) chưa xong khi còn 10 "
        "ngày: 24 việc trễ; riêng đơn vị này 5/5 việc trễ"
    )


def test_without_history_there_is_no_forecast(steered: Steered, plan: Plan, federation: Federation) -> None:
    give(make_task(plan, "7.a", "Sắp đến hạn", due=TODAY + timedelta(days=10)), federation.cho_lach)
    found = forecast(steered)
    assert (list(found.rows), found.without_basis) == ([], 1)


def test_units_are_compared_with_units_of_their_kind_and_size(
    steered: Steered, plan: Plan, federation: Federation
) -> None:
    for place in range(4):
        unit = make_unit(f"LĐLĐ huyện {place}", "district", federation.province)
        make_unit(f"CĐCS {place}", "grassroots", unit)
        finished(plan, unit, [50] * place + [90] * (4 - place))
    found = compare(steered, code="district.1", page=1)
    assert found.group is not None and not found.group.is_small
    shares = {one.name: round(one.share) for one in found.units}
    assert shares == {
        "LĐLĐ huyện 0": 0,
        "LĐLĐ huyện Chợ Lách": 0,
        "LĐLĐ huyện 1": 25,
        "LĐLĐ huyện 2": 50,
        "LĐLĐ huyện 3": 75,
        "LĐLĐ huyện Ba Tri": 100,
    }
    assert found.units[0].delay == 30
    assert found.units[-1].place(found.group)[2] == "phần tư đúng hạn nhất"
    assert found.group.share.middle == 37.5


def test_where_all_units_are_alike_nobody_is_the_best(steered: Steered, plan: Plan, federation: Federation) -> None:
    for place in range(4):
        finished(plan, make_unit(f"CĐCS {place}", "grassroots", federation.ba_tri), [50, 50])
    found = compare(steered, code="grassroots.0", page=1)
    assert found.group is not None
    assert {one.place(found.group)[2] for one in found.units} == {"từ mức giữa trở lên"}


def test_few_units_have_no_quartiles(steered: Steered) -> None:
    found = compare(steered, code="", page=1)
    assert found.group is not None and found.group.is_small
    assert found.units[0].place(found.group)[2] == "–"


def test_a_month_shows_what_is_due_on_its_days(steered: Steered) -> None:
    month = month_of(steered, period_of("monthly", TODAY))
    days = {one.day: one for week in month.weeks for one in week}
    assert len(days) % 7 == 0 and min(days).weekday() == 0
    assert [(task.number, task.counts.done, task.counts.total) for task in days[date(2023, 3, 1)].tasks] == [
        ("III.2.a", 1, 2)
    ]
    assert days[TODAY].is_today and days[date(2023, 3, 18)].off == "Cuối tuần"


def test_holidays_have_their_names(steered: Steered) -> None:
    month = month_of(steered, period_of("monthly", date(2023, 9, 1)))
    assert next(one for week in month.weeks for one in week if one.day == date(2023, 9, 4)).off
