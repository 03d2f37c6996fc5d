"""Another level for one unit and one period: with its reason, shown, held against, taken back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotAllowed
from congdoan.organisation.models import Unit
from congdoan.plans.models import MeasuredTarget, OwnLevel, TargetPart, TargetPeriod
from congdoan.plans.queries.targets.levels import level_of, own_levels
from congdoan.plans.queries.targets.listed import rows_of
from congdoan.plans.services.reorganised.parts import divide, give_part
from congdoan.plans.services.targets.own_level import set_own_level, undo_own_level
from congdoan.plans.services.targets.periods import close_target_period
from congdoan.worklist.models import Notice
from tests.plans.targets.conftest import Type, split_whole
from tests.world import Federation, make_unit

Put = Callable[..., MeasuredTarget]


@pytest.fixture
def part(split: TargetPart, federation: Federation) -> TargetPart:
    """Ba Tri owes 25 classes in 2023, 6.25 in each quarter."""
    return split.parts.get(unit=federation.ba_tri)


def _quarter(part: TargetPart, number: int = 1) -> TargetPeriod:
    return part.target.periods.get(starts_on=date(2023, 3 * number - 2, 1))


def _set(part: TargetPart, federation: Federation, value: str = "2", quarter: int = 1, **more: int) -> OwnLevel:
    given = {"part_id": part.pk, "period_id": _quarter(part, quarter).pk, **more}
    return set_own_level(by=federation["chanhvp"], value=Decimal(value), reason="Mưa lũ, hoãn hai lớp", **given)


def _levels(part: TargetPart) -> list[Decimal]:
    own = own_levels([part.pk]).get(part.pk, {})
    part = TargetPart.objects.select_related("target").get(pk=part.pk)
    return [level_of(part, period, own) for period in part.target.periods.all()]


def test_a_level_of_its_own_holds_for_one_unit_and_one_period(
    part: TargetPart, typed: Type, federation: Federation
) -> None:
    typed(part.target, "batri", 3)
    clock.set_today(date(2023, 4, 2))
    row = rows_of([TargetPart.objects.select_related("target", "unit").get(pk=part.pk)])[0]
    assert row.standing.words == "Thấp hơn mức kỳ"
    _set(part, federation)
    assert _levels(part) == [2, Decimal("6.25"), Decimal("6.25"), Decimal("6.25")]
    assert _levels(part.target.parts.get(unit=federation.cho_lach))[0] == Decimal("3.75")
    row = rows_of([TargetPart.objects.select_related("target", "unit").get(pk=part.pk)])[0]
    assert (row.expected, row.standing.words) == (2, "Đúng tiến độ")
    told = Notice.objects.get(user__username="batri", kind="plans.target_level")
    assert told.text == "Lớp tập huấn cán bộ: mức Quý I/2023 là 2: Mưa lũ, hoãn hai lớp"


def test_it_is_changed_and_undone_and_what_was_set_stays(part: TargetPart, federation: Federation) -> None:
    first = _set(part, federation)
    with pytest.raises(Conflict, match="Võ Thị Mỹ Duyên vừa đặt mức riêng 2: Mưa lũ"):
        _set(part, federation, "4", seen=0)
    assert _set(part, federation, seen=first.pk) == first, "nothing has changed"
    second = _set(part, federation, "4", seen=first.pk)
    assert _levels(part)[0] == 4
    place = {"part_id": part.pk, "period_id": _quarter(part).pk}
    undo_own_level(**place, by=federation["chanhvp"])
    assert _levels(part)[0] == Decimal("6.25")
    with pytest.raises(Conflict, match="đã bỏ mức riêng 4"):
        undo_own_level(**place, by=federation["chanhvp"])
    assert list(OwnLevel.objects.exclude(ended_on=None)) == [second, first]


def test_what_cannot_be_is_refused(part: TargetPart, federation: Federation) -> None:
    with pytest.raises(Invalid, match="không được âm"):
        _set(part, federation, "-1")
    place = {"part_id": part.pk, "period_id": _quarter(part).pk, "value": Decimal(2)}
    with pytest.raises(Invalid, match="Ghi lý do"):
        set_own_level(**place, by=federation["chanhvp"], reason=" ")
    with pytest.raises(NotAllowed):
        set_own_level(**place, by=federation["batri"], reason="Xin giảm")
    close_target_period(period_id=_quarter(part).pk, by=federation["chanhvp"])
    with pytest.raises(Conflict, match="đã khóa Quý I/2023"):
        _set(part, federation)


def test_a_figure_that_only_grows_has_no_smaller_level_later(set_target: Put, federation: Federation) -> None:
    whole = split_whole(set_target(counting="running"), federation)
    part = whole.parts.get(unit=federation.ba_tri)
    with pytest.raises(Invalid, match=r"lớn hơn 12,5 của Quý II/2023"):
        _set(part, federation, "13")
    with pytest.raises(Invalid, match=r"nhỏ hơn 6,25 của Quý I/2023"):
        _set(part, federation, "6", quarter=2)
    assert _set(part, federation, "12").value == 12


def test_levels_of_units_that_become_one_add_up(part: TargetPart, split: TargetPart, federation: Federation) -> None:
    _set(part, federation)
    other = split.parts.get(unit=federation.cho_lach)
    give_part(other, federation.ba_tri.pk, date(2023, 3, 15))
    assert _levels(part)[:2] == [Decimal("5.75"), 10]


def test_a_level_of_its_own_is_divided_as_the_whole_is(part: TargetPart, federation: Federation) -> None:
    _set(part, federation)
    new: Unit = make_unit("LĐLĐ huyện Ba Tri Đông", "district", federation.province)
    shares = {federation.ba_tri.pk: Decimal(15), new.pk: Decimal(10)}
    part = TargetPart.objects.select_related("target", "unit").get(pk=part.pk)
    divide(part, shares, main=federation.ba_tri.pk, on=date(2023, 3, 15))
    assert _levels(part)[:2] == [Decimal("1.2"), Decimal("3.75")]
    assert _levels(part.target.parts.get(unit=new))[:2] == [Decimal("0.8"), Decimal("2.5")]


def test_who_gave_the_level_sets_it_on_the_page_of_the_target(
    client: Client, part: TargetPart, federation: Federation
) -> None:
    client.force_login(federation["chanhvp"])
    page = reverse("plans:measured-target", args=[part.target_id]) + f"?phan={part.pk}"
    place = reverse("plans:target-level", args=[part.pk, _quarter(part).pk])
    assert f'href="{place}"' in client.get(page).content.decode()
    wrong = client.post(place, {"value": "hai", "reason": "Mưa lũ"})
    assert (wrong.status_code, "Mưa lũ" in wrong.content.decode()) == (422, True)
    shown = client.post(place, {"value": "2", "reason": "Mưa lũ", "seen": "0"}, follow=True).content.decode()
    assert "Mức riêng: Mưa lũ (Võ Thị Mỹ Duyên" in shown
    whole = client.get(reverse("plans:measured-target", args=[part.target_id])).content.decode()
    assert "mức riêng 2" in whole
    client.post(reverse("plans:undo-target-level", args=[part.pk, _quarter(part).pk]))
    assert "Mưa lũ" not in client.get(page).content.decode()
    assert "bỏ ngày" in client.get(place).content.decode()
    client.force_login(federation["batri"])
    assert f'href="{place}"' not in client.get(page).content.decode()
    assert client.get(place).status_code == 403
