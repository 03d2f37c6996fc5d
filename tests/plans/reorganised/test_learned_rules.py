"""What papers taught of a unit that is merged or ended: said of the successor, or not offered again."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from congdoan.organisation.matching import match_printed_unit
from congdoan.organisation.models import Reorganisation, Unit, UnitAlias
from congdoan.organisation.naming import plain
from congdoan.organisation.queries.find import find_units
from congdoan.organisation.services.end import end_unit
from congdoan.plans.models import Doubt, Plan, PlanState, RuleSource, SectionHabit
from congdoan.plans.queries.rules.habits import habits_in_force
from tests.plans.factories import make_plan
from tests.world import Federation

Merge = Callable[[], Reorganisation]
TOPIC = "chuyen doi so"
ON = date(2023, 2, 1)


def habit_of(unit: Unit, scope: Unit, plans: list[Plan]) -> SectionHabit:
    habit = SectionHabit.objects.create(scope=scope, topic=TOPIC, title="Chuyển đổi số", unit=unit)
    for plan in plans:
        RuleSource.objects.create(habit=habit, plan=plan, on=ON)
    return habit


def alias_of(unit: Unit, scope: Unit, text: str = "Công đoàn bạn", **more: Any) -> UnitAlias:
    return UnitAlias.objects.create(unit=unit, scope=scope, text=text, folded=plain(text), **more)


@pytest.fixture
def plans(federation: Federation) -> list[Plan]:
    return [make_plan(federation, symbol=f"{number}/KH-LĐLĐ", number=number) for number in (34, 35)]


def advice(plan: Plan, unit: Unit) -> Doubt:
    effect = {"kind": "lead", "unit": unit.pk, "match": "habit", "sections": ["II"], "unled": True}
    choices = [
        {"label": f"{unit} chủ trì mục II", "effect": effect, "habit": 1, "papers": []},
        {"label": "Chưa có đơn vị chủ trì", "effect": {"kind": "keep"}},
    ]
    message = f"Văn bản không ghi ai chủ trì. 2 văn bản trước đều giao mục “Chuyển đổi số” cho {unit}."
    return Doubt.objects.create(
        plan=plan, code="habit_lead", message=message, start=0, end=1, choices=choices, suggested=0
    )


def test_the_successor_leads_what_the_merged_unit_led(federation: Federation, plans: list[Plan], merged: Merge) -> None:
    habit_of(federation.cho_lach, federation.province, plans)
    merged()
    assert habits_in_force(federation.province.pk, [TOPIC])[TOPIC].unit == federation.ba_tri


def test_papers_of_both_confirm_one_rule_and_each_once(
    federation: Federation, plans: list[Plan], merged: Merge
) -> None:
    habit_of(federation.cho_lach, federation.province, plans)
    own = habit_of(federation.ba_tri, federation.province, plans[:1])
    assert habits_in_force(federation.province.pk, [TOPIC]) == {}, "two units lead the topic"
    merged()
    (rule,) = habits_in_force(federation.province.pk, [TOPIC]).values()
    assert (rule, rule.sources.count(), SectionHabit.objects.count()) == (own, 2, 1)


def test_papers_that_name_the_merged_unit_mean_the_successor(
    federation: Federation, plans: list[Plan], merged: Merge
) -> None:
    alias = alias_of(federation.cho_lach, federation.province)
    RuleSource.objects.create(alias=alias, plan=plans[0], on=ON)
    merged()
    (match,) = match_printed_unit("Công đoàn bạn", within=federation.province)
    assert (match.unit, match.how) == (federation.ba_tri, "alias")
    assert [unit.pk for unit in find_units(federation["chutich"], "công đoàn bạn", 5)] == [federation.ba_tri.pk]
    assert alias.sources.count() == 1


def test_a_name_that_was_revoked_for_the_successor_is_not_given_back_to_it(
    federation: Federation, merged: Merge
) -> None:
    alias_of(federation.ba_tri, federation.province, revoked_at="2023-02-01T08:00+07:00")
    alias_of(federation.cho_lach, federation.province)
    merged()
    assert match_printed_unit("Công đoàn bạn", within=federation.province) == []


def test_a_draft_under_review_is_advised_to_name_the_successor(
    federation: Federation, plans: list[Plan], merged: Merge
) -> None:
    Plan.objects.filter(pk=plans[0].pk).update(state=PlanState.IN_REVIEW)
    doubt = advice(plans[0], federation.cho_lach)
    merged()
    doubt.refresh_from_db()
    assert doubt.choices[0]["effect"]["unit"] == federation.ba_tri.pk
    assert doubt.choices[0]["label"] == "LĐLĐ huyện Ba Tri chủ trì mục II"
    assert doubt.message.endswith("cho LĐLĐ huyện Ba Tri.")


def test_a_unit_that_ended_without_successor_is_offered_nowhere_and_contradicts_nobody(
    federation: Federation, plans: list[Plan]
) -> None:
    habit_of(federation.education, federation.province, plans)
    alias_of(federation.education, federation.province)
    Plan.objects.filter(pk=plans[0].pk).update(state=PlanState.IN_REVIEW)
    doubt = advice(plans[0], federation.education)
    end_unit(by=federation["chutich"], unit_id=federation.education.pk, effective_on=date(2023, 3, 10), decision="9/QĐ")
    assert habits_in_force(federation.province.pk, [TOPIC]) == {}
    assert match_printed_unit("Công đoàn bạn", within=federation.province) == []
    doubt.refresh_from_db()
    assert (doubt.suggested, [choice["label"] for choice in doubt.choices]) == (None, ["Chưa có đơn vị chủ trì"])
    habit_of(federation.organisation, federation.province, plans)
    assert habits_in_force(federation.province.pk, [TOPIC])[TOPIC].unit == federation.organisation
