"""A plan's targets are set, changed, and split among units."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]

from congdoan.core.errors import Conflict, Invalid, NotAllowed, NotFound
from congdoan.plans.models import MeasuredTarget, Plan, PlanState, Target, TargetPart
from congdoan.plans.services.targets.define import add_target, change_target, remove_target
from congdoan.plans.services.targets.periods import set_shares
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.targets.split_methods import by_weights, evenly
from congdoan.plans.services.targets.split_sheet import shares_from_sheet
from congdoan.plans.services.targets.work import open_due_values
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import add_task, issued
from tests.plans.targets.conftest import FIELDS, Type, split_whole
from tests.world import Federation

Put = Callable[..., MeasuredTarget]


def test_a_target_has_its_quarters_with_even_shares_and_days(target: MeasuredTarget) -> None:
    periods = list(target.periods.all())
    assert [one.name for one in periods] == ["Quý I/2023", "Quý II/2023", "Quý III/2023", "Quý IV/2023"]
    assert [one.share for one in periods] == [25, 25, 25, 25]
    assert periods[0].due == date(2023, 4, 10)


def test_where_figures_run_on_the_shares_rise_and_where_they_stand_each_is_the_whole(set_target: Put) -> None:
    running, standing = set_target(counting="running"), set_target(counting="standing")
    assert [one.share for one in running.periods.all()] == [25, 50, 75, 100]
    assert [one.share for one in standing.periods.all()] == [100, 100, 100, 100]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"value": Decimal(-1)}, "value"),
        ({"measure": "people", "value": Decimal("1.5")}, "value"),
        ({"measure": "percent", "counting": "standing", "combining": "average", "value": Decimal(101)}, "value"),
        ({"measure": "percent", "counting": "standing"}, "combining"),
        ({"measure": "percent", "combining": "average"}, "counting"),
        ({"ends_on": date(2022, 12, 31)}, "ends_on"),
        ({"ends_on": date(2199, 12, 31)}, "ends_on"),
        ({"source": "counted"}, "task"),
        ({"source": "xx"}, "source"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(set_target: Put, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        set_target(**wrong)
    assert refused.value.field == field


def test_the_papers_target_is_measured_once(plan: Plan, federation: Federation) -> None:
    stated = Target.objects.create(plan=plan, text="Ít nhất 80% hồ sơ đúng hạn", value=80, unit_text="%")
    add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS, stated_id=stated.pk)
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên đã đặt cách đo"):
        add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS, stated_id=stated.pk)


def test_only_who_coordinates_the_plan_sets_its_targets(plan: Plan, federation: Federation) -> None:
    with pytest.raises(NotAllowed):
        add_target(plan_id=plan.pk, by=federation["vanthu"], fields=FIELDS)
    with pytest.raises(NotFound):
        add_target(plan_id=plan.pk, by=federation["batri"], fields=FIELDS)


def test_levels_that_do_not_make_the_whole_are_asked_about(target: MeasuredTarget, federation: Federation) -> None:
    whole = target.parts.get()
    shares = [Share(federation.ba_tri.pk, Decimal(25)), Share(federation.cho_lach.pk, Decimal(10))]
    with pytest.raises(Invalid, match="cộng lại là 35, mức phải đạt là 40") as refused:
        split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares)
    assert refused.value.field == "sure"
    assert len(split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares, sure=True)) == 2


def test_units_are_told_of_their_levels_and_may_split_them_on(split: TargetPart, federation: Federation) -> None:
    told = Notice.objects.filter(kind="plans.target_given")
    assert {one.user.username for one in told} == {"batri", "cholach"}
    own = split.parts.get(unit=federation.ba_tri)
    share = Share(federation.an_thuy.pk, Decimal(25))
    (below,) = split_part(part_id=own.pk, by=federation["batri"], shares=[share])
    below.refresh_from_db()
    assert below.path == f"/{split.pk}/{own.pk}/{below.pk}/"
    with pytest.raises(NotFound):
        split_part(part_id=own.pk, by=federation["cholach"], shares=[share])


def test_units_learn_of_the_targets_of_a_draft_when_it_is_issued(federation: Federation) -> None:
    plan = Plan.objects.create(
        unit=federation.province, subject="Tập huấn", state=PlanState.IN_REVIEW, created_by=federation["chuyenvien"]
    )
    target = add_target(plan_id=plan.pk, by=federation["chuyenvien"], fields=FIELDS)
    shares = [Share(federation.ba_tri.pk, Decimal(40))]
    split_part(part_id=target.parts.get().pk, by=federation["chuyenvien"], shares=shares)
    assert not Notice.objects.exists()
    add_task(plan, "1", federation.organisation, date(2023, 6, 30))
    issued(plan, federation)
    assert Notice.objects.filter(kind="plans.target_given").get().user.username == "batri"


def test_a_level_goes_only_to_units_below_and_once(split: TargetPart, federation: Federation) -> None:
    own = split.parts.get(unit=federation.ba_tri)
    for unit, refusal in ((federation.phu_phung, Invalid), (federation.ba_tri, Invalid)):
        with pytest.raises(refusal, match="trực thuộc"):
            split_part(part_id=own.pk, by=federation["batri"], shares=[Share(unit.pk, Decimal(25))])
    split_part(part_id=own.pk, by=federation["batri"], shares=[Share(federation.an_thuy.pk, Decimal(25))])
    with pytest.raises(Conflict, match="do LĐLĐ huyện Ba Tri giao"):
        split_part(
            part_id=split.pk, by=federation["chanhvp"], shares=[Share(federation.an_thuy.pk, Decimal(40))], sure=True
        )


def test_a_unit_with_figures_is_not_left_out(split: TargetPart, typed: Type, federation: Federation) -> None:
    typed(split.target, "batri", 3)
    with pytest.raises(Conflict, match="Ba Tri đã nhập số liệu"):
        split_part(part_id=split.pk, by=federation["chanhvp"], shares=[Share(federation.cho_lach.pk, Decimal(40))])
    with pytest.raises(Conflict, match="không bỏ được"):
        remove_target(target_id=split.target_id, by=federation["chanhvp"])
    with pytest.raises(Conflict, match="không đổi kỳ"):
        change_target(target_id=split.target_id, by=federation["chanhvp"], fields={**FIELDS, "periodicity": "yearly"})


def test_whoever_splits_second_is_told_who_was_first(target: MeasuredTarget, federation: Federation) -> None:
    seen = target.revision
    whole = split_whole(target, federation)
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên vừa đổi"):
        split_part(part_id=whole.pk, by=federation["chutich"], shares=[], seen=seen)


def test_methods_make_levels(target: MeasuredTarget, federation: Federation) -> None:
    whole = TargetPart.objects.select_related("target").get(target=target)
    assert [one.value for one in evenly(whole, [1, 2, 3])] == [14, 13, 13]
    assert [one.value for one in by_weights(whole, {1: Decimal(300), 2: Decimal(100)})] == [30, 10]
    with pytest.raises(Invalid) as refused:
        by_weights(whole, {1: Decimal(300), 2: Decimal(0)})
    assert refused.value.field == "w-2"


def test_levels_come_from_a_sheet_and_its_wrong_cells_are_named(target: MeasuredTarget, federation: Federation) -> None:
    whole = TargetPart.objects.select_related("target", "unit").get(target=target)
    good = _sheet(["Đơn vị", "Mức giao"], ["LĐLĐ huyện Ba Tri", 22], ["Liên đoàn Lao động huyện Chợ Lách", 18])
    assert [(one.unit_id, int(one.value)) for one in shares_from_sheet(good, whole)] == [
        (federation.ba_tri.pk, 22),
        (federation.cho_lach.pk, 18),
    ]
    wrong = _sheet(["Đơn vị", "Mức giao"], ["LĐLĐ huyện Mỏ Cày", 22], ["LĐLĐ huyện Chợ Lách", "nhiều"])
    with pytest.raises(Invalid, match=r"Dòng 3, cột Mức giao: .*Dòng 2, cột Đơn vị") as refused:
        shares_from_sheet(wrong, whole)
    assert refused.value.field == "file"


def test_other_periods_and_days_take_the_place_of_those_without_figures(
    split: TargetPart, federation: Federation
) -> None:
    open_due_values(on=date(2023, 3, 31))
    owed = WorkItem.objects.filter(kind="plans.target_value", state="open")
    change_target(target_id=split.target_id, by=federation["chanhvp"], fields={"days_to_enter": 20})
    assert set(owed.values_list("due", flat=True)) == {date(2023, 4, 20)}
    changed = change_target(target_id=split.target_id, by=federation["chanhvp"], fields={"periodicity": "half_yearly"})
    assert [one.name for one in changed.periods.all()] == ["6 tháng đầu năm 2023", "6 tháng cuối năm 2023"]
    assert [one.share for one in changed.periods.all()] == [50, 50]
    assert not owed.exists()


def test_shares_of_periods_are_set_and_do_not_fall_where_figures_run_on(
    set_target: Put, federation: Federation
) -> None:
    target = set_target(counting="running")
    first, second, *_ = target.periods.all()
    set_shares(target_id=target.pk, by=federation["chanhvp"], shares={first.pk: Decimal(40), second.pk: Decimal(60)})
    with pytest.raises(Invalid, match="từ 60% của Quý II/2023 trở lên"):
        set_shares(
            target_id=target.pk,
            by=federation["chanhvp"],
            shares={second.pk: Decimal(60), first.pk: Decimal(40), target.periods.all()[2].pk: Decimal(50)},
        )


def _sheet(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
