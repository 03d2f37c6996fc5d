"""Figures of units: typed by period, checked, corrected, rolled up at the moment of reading."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.errors import Conflict, Invalid, NotAllowed, NotFound
from congdoan.organisation.models import Unit
from congdoan.plans.models import AssignmentState, MeasuredTarget, Plan, PlanState, TargetPart, Task
from congdoan.plans.queries.targets.levels import standing
from congdoan.plans.queries.targets.rolled import below, whole_of
from congdoan.plans.services.lifecycle.end import close_plan
from congdoan.plans.services.targets.periods import close_target_period, reopen_target_period
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.type_value import type_value
from congdoan.plans.services.targets.work import open_due_values
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist.models import WorkItem
from tests.plans.factories import count, give, make_task
from tests.plans.targets.conftest import Type, split_whole, value_of
from tests.world import Federation

Put = Callable[..., MeasuredTarget]


def figures(part: TargetPart) -> list[Decimal | None]:
    part = TargetPart.objects.select_related("target").get(pk=part.pk)
    rolled = whole_of(part)
    return [rolled.of(period).value for period in part.target.periods.all()]


def test_the_whole_is_the_sum_of_what_units_typed(split: TargetPart, typed: Type) -> None:
    assert figures(split) == [None] * 4
    typed(split.target, "batri", 4)
    typed(split.target, "cholach", 3)
    typed(split.target, "batri", 6, quarter=2)
    assert figures(split) == [7, 6, None, None]


@pytest.mark.parametrize(("combining", "whole"), [("average", 50), ("weighted", 60), ("latest", 20)])
def test_other_rules_combine_otherwise(
    set_target: Put, typed: Type, federation: Federation, combining: str, whole: int
) -> None:
    target = set_target(measure="percent", counting="standing", combining=combining, value=Decimal(90))
    part = split_whole(target, federation, 90, 90)
    part.parts.filter(unit=federation.ba_tri).update(weight=2)
    typed(target, "batri", 80)
    typed(target, "cholach", 20)
    assert figures(part)[0] == whole


def test_a_unit_that_split_its_part_has_the_sum_from_below(
    split: TargetPart, typed: Type, federation: Federation
) -> None:
    own = split.parts.get(unit=federation.ba_tri)
    split_part(part_id=own.pk, by=federation["batri"], shares=[Share(federation.an_thuy.pk, Decimal(25))])
    typed(split.target, "coso", 2)
    typed(split.target, "cholach", 3)
    assert figures(split)[0] == 5
    rolled = below(TargetPart.objects.select_related("target").get(pk=split.pk))
    period = split.target.periods.first()
    assert period and rolled[own.pk].of(period).value == 2
    with pytest.raises(Conflict, match="đã chia chỉ tiêu cho đơn vị dưới"):
        typed(split.target, "batri", 4)


def test_what_cannot_be_is_refused_and_what_is_strange_wants_a_reason(
    set_target: Put, typed: Type, federation: Federation
) -> None:
    share = set_target(measure="percent", counting="standing", combining="average", value=Decimal(90))
    split_whole(share, federation, 90, 90)
    with pytest.raises(Invalid, match="0 đến 100"):
        typed(share, "batri", 101)
    grows = set_target(counting="running")
    split_whole(grows, federation)
    typed(grows, "batri", 5)
    for figure, said in ((4, "chỉ tăng, mà Quý I/2023 đã là 5"), (16, "hơn 3 lần Quý I/2023")):
        with pytest.raises(Invalid, match=said) as refused:
            typed(grows, "batri", figure, quarter=2)
        assert refused.value.field == "reason"
    kept = typed(grows, "batri", 16, quarter=2, reason="Nhận thêm hai xã")
    assert kept.value == 16 and kept.reason == "Nhận thêm hai xã"


def test_a_correction_keeps_what_was_there(split: TargetPart, typed: Type) -> None:
    typed(split.target, "batri", 4)
    value = typed(split.target, "batri", 5, note="Biên bản số 2")
    changed = {change.field: (change.old, change.new) for change in history_of(value)[0].changes}
    assert [float(one) for one in changed["số liệu"]] == [4, 5]


def test_whoever_types_second_is_told_what_the_first_typed(
    split: TargetPart, typed: Type, federation: Federation
) -> None:
    value = typed(split.target, "batri", 4)
    with pytest.raises(Conflict, match=r"Nguyễn Hữu Nghĩa .* vừa ghi 4"):
        type_value(value_id=value.pk, by=federation["batri.cv"], figure=Decimal(5), seen=0)


def test_nobody_types_for_another_unit_or_a_period_that_has_not_begun(
    split: TargetPart, federation: Federation
) -> None:
    value = value_of(split.target, federation.ba_tri.pk)
    with pytest.raises(NotFound):
        type_value(value_id=value.pk, by=federation["cholach"], figure=Decimal(1))
    with pytest.raises(NotAllowed):
        type_value(value_id=value.pk, by=federation["chuyenvien"], figure=Decimal(1))
    later = value_of(split.target, federation.ba_tri.pk, quarter=2)
    with pytest.raises(Conflict, match="chưa bắt đầu"):
        type_value(value_id=later.pk, by=federation["batri"], figure=Decimal(1))


def test_a_closed_period_takes_no_figures_until_it_is_opened_again(
    split: TargetPart, typed: Type, federation: Federation
) -> None:
    first = split.target.periods.get(name="Quý I/2023")
    close_target_period(period_id=first.pk, by=federation["chanhvp"])
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên đã khóa Quý I/2023"):
        typed(split.target, "batri", 4)
    reopen_target_period(period_id=first.pk, by=federation["chanhvp"])
    assert typed(split.target, "batri", 4).value == 4


def test_figures_lie_on_the_desks_from_a_week_before_the_period_ends(
    split: TargetPart, typed: Type, federation: Federation
) -> None:
    owed = WorkItem.objects.filter(kind="plans.target_value", state="open")
    assert open_due_values(on=date(2023, 3, 23)) == 0
    assert open_due_values(on=date(2023, 3, 24)) == 2
    assert open_due_values(on=date(2023, 3, 25)) == 0
    assert {(item.unit, item.due) for item in owed.select_related("unit")} == {
        (federation.ba_tri, date(2023, 4, 10)),
        (federation.cho_lach, date(2023, 4, 10)),
    }
    typed(split.target, "batri", 4)
    assert [item.unit for item in owed] == [federation.cho_lach]
    close_plan(plan_id=split.target.plan_id, by=federation["chutich"], on=clock.today())
    assert not owed.all().exists()
    with pytest.raises(Conflict, match="đã kết thúc"):
        typed(split.target, "cholach", 4)


def test_a_draft_asks_for_no_figures(split: TargetPart) -> None:
    split.target.plan.move_to(PlanState.CLOSED)
    split.target.plan.save(update_fields=["state"])
    assert open_due_values(on=date(2023, 3, 31)) == 0


@pytest.mark.parametrize(("source", "figure"), [("tasks_done", 1), ("tasks_share", 50)])
def test_figures_come_from_accepted_tasks(set_target: Put, federation: Federation, source: str, figure: int) -> None:
    kind = {"measure": "percent", "combining": "average", "value": Decimal(100)} if source == "tasks_share" else {}
    target = set_target(source=source, counting="standing", **kind)
    part = split_whole(target, federation, 100, 100)
    for number, state in (("1", AssignmentState.DONE), ("2", AssignmentState.DOING)):
        done_on = date(2023, 3, 1) if state == AssignmentState.DONE else None
        for unit in (federation.ba_tri, federation.cho_lach):
            give(make_task(target.plan, number), unit, state=state, done_on=done_on)
    part = TargetPart.objects.select_related("target").get(pk=part.pk)
    rolled = below(part)
    first = target.periods.first()
    assert first and [one.of(first).value for one in rolled.values()] == [figure, figure]


@pytest.mark.parametrize(("counting", "figures"), [("running", [4, 9]), ("within", [4, 5])])
def test_figures_that_units_report_with_a_task_need_not_be_typed_again(
    set_target: Put, plan: Plan, federation: Federation, counting: str, figures: list[int]
) -> None:
    target = set_target(source="counted", counting=counting, task=make_task(plan))
    part = split_whole(target, federation)
    assert target.task
    work = give(target.task, federation.ba_tri, state=AssignmentState.DOING)
    counted = count(work)
    for on, figure in ((date(2023, 3, 20), 4), (date(2023, 5, 2), 9)):
        clock.set_today(on)
        report_progress(
            assignment_id=work.pk, by=federation["batri"], text="Đã mở", figures={counted.pk: Decimal(figure)}
        )
    rolled = below(TargetPart.objects.select_related("target").get(pk=part.pk))
    own = rolled[part.parts.get(unit=federation.ba_tri).pk]
    assert [own.of(period).value for period in target.periods.all()[:2]] == figures


def _of_district(plan: Plan, unit: Unit, superior: Task) -> Task:
    """A task by which the unit carries out the superior's, in a plan of its own that runs."""
    own = Plan.objects.create(unit=unit, subject="Mở lớp tại huyện", state=PlanState.RUNNING, carries_out=plan)
    return make_task(own, "1", "Mở lớp ở cơ sở", carries_out=superior)


def test_a_figure_of_a_task_follows_the_unit_s_own_plan_on_every_level(
    set_target: Put, plan: Plan, federation: Federation
) -> None:
    """Ba Tri gives the task on to An Thủy and keeps a share of it: what both report is Ba Tri's figure."""
    target = set_target(source="counted", counting="running", task=make_task(plan))
    part = split_whole(target, federation)
    assert target.task
    given = give(target.task, federation.ba_tri, state=AssignmentState.DOING)
    total = count(given, unit_text="lớp")
    clock.set_today(date(2023, 3, 20))
    report_progress(assignment_id=given.pk, by=federation["batri"], text="Ước", figures={total.pk: Decimal(1)})
    own = part.parts.get(unit=federation.ba_tri)
    assert figures(own)[0] == 1, "its own figure, while it has no plan"
    below_it = _of_district(plan, federation.ba_tri, target.task)
    assert figures(own)[0] == 1, "nobody below has said anything"
    for unit, who, figure in ((federation.an_thuy, "coso", 5), (federation.ba_tri, "batri", 2)):
        work = give(below_it, unit, state=AssignmentState.DOING)
        count(work, "Người dự", unit_text="người")
        classes = count(work, "Lớp đã mở", unit_text="Lớp")
        report_progress(assignment_id=work.pk, by=federation[who], text="Đã mở", figures={classes.pk: Decimal(figure)})
    assert figures(own)[0] == 7


@pytest.mark.parametrize("source", ["counted", "tasks_done"])
def test_a_unit_two_levels_down_that_owes_a_share_is_measured_by_what_its_superior_gave_it(
    set_target: Put, plan: Plan, federation: Federation, source: str
) -> None:
    target = set_target(source=source, counting="running", task=make_task(plan))
    part = split_whole(target, federation)
    assert target.task
    give(target.task, federation.ba_tri, state=AssignmentState.DOING)
    district = part.parts.get(unit=federation.ba_tri)
    split_part(part_id=district.pk, by=federation["batri"], shares=[Share(federation.an_thuy.pk, Decimal(25))])
    clock.set_today(date(2023, 3, 20))
    done = {"state": AssignmentState.DONE, "done_on": date(2023, 3, 20)} if source == "tasks_done" else {}
    work = give(
        _of_district(plan, federation.ba_tri, target.task),
        federation.an_thuy,
        **{"state": AssignmentState.DOING} | done,
    )
    if source == "counted":
        classes = count(work, unit_text="lớp")
        report_progress(assignment_id=work.pk, by=federation["coso"], text="Đã mở", figures={classes.pk: Decimal(1)})
    assert figures(district.parts.get(unit=federation.an_thuy))[0] == 1
    assert figures(district)[0] == 1


@pytest.mark.parametrize(
    ("direction", "reached", "expected", "words"),
    [
        ("higher", None, None, "Chưa có số"),
        ("higher", 100, 50, "Đã đạt"),
        ("higher", 50, 50, "Đúng tiến độ"),
        ("higher", 49, 50, "Thấp hơn mức kỳ"),
        ("lower", 50, 50, "Trong mức"),
        ("lower", 51, 50, "Vượt mức cho phép"),
    ],
)
def test_how_a_figure_stands_against_its_level(
    direction: str, reached: int | None, expected: int | None, words: str
) -> None:
    target = MeasuredTarget(direction=direction, counting="within")
    known = [None if one is None else Decimal(one) for one in (reached, expected)]
    assert standing(target, known[0], Decimal(100), known[1]).words == words
