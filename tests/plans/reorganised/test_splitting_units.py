"""A unit splits while its tasks run: who takes which task, and which share of a target."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from congdoan.core.errors import Invalid
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.end import end_unit
from congdoan.organisation.services.move import move_unit
from congdoan.organisation.services.split import split_unit
from congdoan.plans.models import Assignment, AssignmentState, Plan, TargetPart
from congdoan.plans.queries.handovers.listed import handovers_of
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from congdoan.plans.services.work.accept import accept_result
from congdoan.plans.services.work.report import report_progress
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.factories import give, make_task
from tests.plans.reorganised.test_merging import broken
from tests.plans.targets.conftest import FIELDS
from tests.plans.work.desk import open_kinds
from tests.world import Federation

MARCH = date(2023, 3, 10)


def split(federation: Federation, *successors: Unit, goes_on: bool = False, **given: object) -> Reorganisation:
    """Ba Tri is split among these units of the province."""
    return split_unit(
        by=federation["chutich"],
        unit_id=federation.ba_tri.pk,
        successor_ids=[unit.pk for unit in successors],
        goes_on=goes_on,
        effective_on=MARCH,
        **given,  # type: ignore[arg-type]
    )


@pytest.fixture
def two(plan: Plan, federation: Federation) -> list[Assignment]:
    """Two tasks that Ba Tri alone has."""
    tasks = [make_task(plan, "1", "Việc một"), make_task(plan, "2", "Việc hai")]
    return [give(task, federation.ba_tri, state=AssignmentState.DOING) for task in tasks]


def test_each_task_goes_to_the_successor_that_was_chosen_the_rest_to_the_first(
    two: list[Assignment], federation: Federation
) -> None:
    split(federation, federation.cho_lach, federation.education, choices={f"nv-{two[1].pk}": federation.education.pk})
    first, second = (Assignment.objects.get(pk=one.pk) for one in two)
    assert (first.unit, second.unit) == (federation.cho_lach, federation.education)
    assert open_kinds(second) == {"plans.report": "CĐ ngành Giáo dục"}
    assert Unit.objects.get(pk=federation.ba_tri.pk).ends_on == MARCH
    assert Unit.objects.get(pk=federation.an_thuy.pk).parent == federation.cho_lach
    assert [str(one.to_unit) for one in handovers_of(federation.ba_tri)] == ["CĐ ngành Giáo dục", "LĐLĐ huyện Chợ Lách"]
    assert broken() == []


def test_a_unit_that_goes_on_keeps_what_nobody_was_given(two: list[Assignment], federation: Federation) -> None:
    split(federation, federation.cho_lach, goes_on=True, choices={f"nv-{two[0].pk}": federation.cho_lach.pk})
    first, second = (Assignment.objects.get(pk=one.pk) for one in two)
    assert (first.unit, second.unit) == (federation.cho_lach, federation.ba_tri)
    assert Unit.objects.get(pk=federation.ba_tri.pk).ends_on is None
    assert handovers_of(federation.cho_lach, "nhan").get().assignment == first
    assert broken() == []


@pytest.fixture
def level(plan: Plan, federation: Federation) -> TargetPart:
    """40 classes, all of Ba Tri."""
    target = add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS)
    whole = target.parts.get(parent=None)
    split_part(part_id=whole.pk, by=federation["chanhvp"], shares=[Share(federation.ba_tri.pk, Decimal(40))])
    return target.parts.get(unit=federation.ba_tri)


def test_a_level_is_divided_among_the_successors(level: TargetPart, federation: Federation) -> None:
    shares = {f"ct-{level.pk}": {federation.cho_lach.pk: Decimal(25), federation.education.pk: Decimal(15)}}
    split(federation, federation.cho_lach, federation.education, shares=shares)
    parts = level.target.parts.exclude(parent=None).order_by("-value")
    assert [(part.unit, part.value, part.values.count()) for part in parts] == [
        (federation.cho_lach, 25, 4),
        (federation.education, 15, 4),
    ]
    told = Notice.objects.get(user=federation["giaoduc"], kind="plans.reorganised").text
    assert told.endswith("CĐ ngành Giáo dục nhận 1 mức chỉ tiêu")
    assert broken() == []


def test_levels_that_are_not_the_whole_are_refused(level: TargetPart, federation: Federation) -> None:
    shares = {f"ct-{level.pk}": {federation.cho_lach.pk: Decimal(25), federation.education.pk: Decimal(10)}}
    with pytest.raises(Invalid, match="cộng lại là 35, mức của LĐLĐ huyện Ba Tri là 40"):
        split(federation, federation.cho_lach, federation.education, shares=shares)


def test_dividing_a_unit_needs_two_successors(federation: Federation) -> None:
    with pytest.raises(Invalid, match="ít nhất hai đơn vị nhận"):
        split(federation, federation.cho_lach)


def test_work_of_a_unit_that_ends_without_successor_stops(two: list[Assignment], federation: Federation) -> None:
    move_unit(
        by=federation["chutich"],
        unit_id=federation.an_thuy.pk,
        parent_id=federation.cho_lach.pk,
        effective_on=MARCH,
    )
    end_unit(by=federation["chutich"], unit_id=federation.ba_tri.pk, effective_on=MARCH)
    assert {Assignment.objects.get(pk=one.pk).state for one in two} == {AssignmentState.WITHDRAWN}
    assert not WorkItem.objects.filter(state="open").exists()
    assert broken() == []


def test_what_a_department_has_in_hand_goes_on_in_its_organ(plan: Plan, federation: Federation) -> None:
    one = give(make_task(plan), federation.organisation, state=AssignmentState.DOING)
    end_unit(by=federation["chutich"], unit_id=federation.organisation.pk, effective_on=MARCH)
    assert Assignment.objects.get(pk=one.pk).unit == federation.province
    assert broken() == []


def test_whoever_coordinates_follows_when_its_office_ends(plan: Plan, federation: Federation) -> None:
    end_unit(by=federation["chutich"], unit_id=federation.office.pk, effective_on=MARCH)
    plan.refresh_from_db()
    assert plan.coordinator == federation.province


def test_a_unit_that_moves_keeps_the_work_of_organs_that_are_still_above(plan: Plan, federation: Federation) -> None:
    kept = give(make_task(plan), federation.an_thuy, state=AssignmentState.DOING)
    own = Plan.objects.create(
        unit=federation.ba_tri, subject="Kế hoạch của huyện", state="running", issued_on=MARCH, symbol="3/KH-LĐLĐ"
    )
    lost = give(make_task(own), federation.an_thuy, state=AssignmentState.DOING)
    move_unit(
        by=federation["chutich"],
        unit_id=federation.an_thuy.pk,
        parent_id=federation.cho_lach.pk,
        effective_on=MARCH,
    )
    assert Assignment.objects.get(pk=kept.pk).state == AssignmentState.DOING
    assert Assignment.objects.get(pk=lost.pk).state == AssignmentState.WITHDRAWN
    assert open_kinds(lost) == {}
    assert handovers_of(federation.an_thuy).get().to_unit is None


def test_the_level_of_a_unit_that_moves_goes_along(level: TargetPart, federation: Federation) -> None:
    split_part(part_id=level.pk, by=federation["batri"], shares=[Share(federation.an_thuy.pk, Decimal(40))])
    other = TargetPart.objects.create(
        target=level.target, unit=federation.cho_lach, parent=level.parent, depth=1, value=5
    )
    TargetPart.objects.filter(pk=other.pk).update(path=f"{level.path.rsplit('/', 2)[0]}/{other.pk}/")
    move_unit(
        by=federation["chutich"],
        unit_id=federation.an_thuy.pk,
        parent_id=federation.cho_lach.pk,
        effective_on=MARCH,
    )
    other.refresh_from_db()
    level.refresh_from_db()
    moved = level.target.parts.get(unit=federation.an_thuy)
    assert (level.value, other.value, moved.parent, moved.path) == (0, 45, other, f"{other.path}{moved.pk}/")
    assert broken() == []


def test_the_form_lets_choose_for_each_task_and_shows_what_will_be(
    two: list[Assignment], level: TargetPart, federation: Federation, client: Client
) -> None:
    client.force_login(federation["chutich"])
    address = f"/don-vi/{federation.ba_tri.pk}/sap-xep/chia-tach/"
    asked = {"how": "tach", "first": federation.cho_lach.pk, "effective_on": "10/03/2023", "decision": "16/QĐ-LĐLĐ"}
    seen = client.post(address, asked).content.decode()
    for words in ("Việc một", "Việc hai", "Lớp tập huấn cán bộ", "CĐCS xã An Thủy", "Mức đang giao 40 lớp"):
        assert words in seen
    chosen = {
        f"giao-nv-{two[0].pk}": federation.cho_lach.pk,
        f"muc-ct-{level.pk}-{federation.ba_tri.pk}": "30",
        f"muc-ct-{level.pk}-{federation.cho_lach.pk}": "10",
    }
    answer = client.post(address, {**asked, **chosen, "confirmed": "1"})
    assert answer.status_code == 302
    assert Assignment.objects.get(pk=two[0].pk).unit == federation.cho_lach
    assert {str(part.unit): int(part.value) for part in level.target.parts.exclude(parent=None)} == {
        "LĐLĐ huyện Ba Tri": 30,
        "LĐLĐ huyện Chợ Lách": 10,
    }


def test_the_list_of_handovers_asks_a_fixed_number_of_queries(
    plan: Plan, federation: Federation, client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        give(make_task(plan, str(number)), federation.ba_tri, state=AssignmentState.DOING)
    split(federation, federation.cho_lach, federation.education)
    client.force_login(federation["cholach"])
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        page = client.get(f"/ke-hoach/don-vi/{federation.cho_lach.pk}/ban-giao/").content.decode()
    assert page.count("Chia LĐLĐ huyện Ba Tri") == 12
    assert "Excel" in page


def test_a_plan_goes_to_the_chosen_successor_with_what_waits_for_its_desk(federation: Federation) -> None:
    own = Plan.objects.create(
        unit=federation.ba_tri,
        subject="Kế hoạch của huyện",
        state="running",
        issued_on=MARCH,
        symbol="3/KH-LĐLĐ",
        number=3,
    )
    given = give(make_task(own), federation.an_thuy, state=AssignmentState.DOING)
    report_progress(assignment_id=given.pk, by=federation["coso"], text="Xong", finishes=True)
    choices = {f"kh-{own.pk}": federation.education.pk, f"don-vi-{federation.an_thuy.pk}": federation.education.pk}
    split(federation, federation.cho_lach, federation.education, choices=choices)
    own.refresh_from_db()
    assert (own.unit, own.issued_by) == (federation.education, federation.ba_tri)
    assert WorkItem.objects.get(kind="plans.accept", state="open").unit == federation.education
    assert accept_result(assignment_id=given.pk, by=federation["giaoduc"]).state == AssignmentState.DONE
    assert broken() == []
