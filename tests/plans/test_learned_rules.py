"""What corrected papers teach about the next ones: suggested, with its sources, and revocable."""

import pytest

from congdoan.core.errors import Conflict, NotFound
from congdoan.documents.reading.habits.topics import topic_of
from congdoan.organisation.matching import match_printed_unit
from congdoan.organisation.models import UnitAlias
from congdoan.organisation.services.aliases import restore_alias, revoke_alias
from congdoan.plans.models import PartyRole, Plan, RuleSource, SectionHabit, TaskParty
from congdoan.plans.services.lifecycle.submit import recall_plan
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.learning.rules import restore_habit, revoke_habit
from congdoan.plans.services.review.parties import Party, set_parties
from tests.plans.learning import DAY, draft_of, lead, leads, led_by, named, submitted, without_leads
from tests.plans.readings import draft
from tests.world import Federation


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("2.4. Về công tác tài chính năm 2023", "tai chinh"),
        ("TÀI CHÍNH", "tai chinh"),
        ("Công tác kiểm tra, giám sát quý I năm 2023", "kiem tra giam sat"),
        ("Về việc cải cách tổ chức bộ máy giai đoạn 2021 - 2025", "cai cach to chuc bo may"),
        ("Y tế", "y te"),
        ("Nhiệm vụ và giải pháp", ""),
        ("I. Nhiệm vụ trọng tâm năm 2024", ""),
        ("Rà soát, sửa đổi, bổ sung các văn bản chỉ đạo của tổ chức công đoàn cho phù hợp với tình hình mới", ""),
    ],
)
def test_headings_of_one_field_of_work_have_one_topic(heading: str, topic: str) -> None:
    assert topic_of(heading) == topic


def suggestions(plan: Plan) -> list[str]:
    return [doubt.choices[0]["label"] for doubt in plan.doubts.filter(code="habit_lead")]


def test_who_led_a_section_in_two_papers_is_suggested_for_the_third(federation):
    led_by(federation, federation.policy, symbol="01/KH-LĐLĐ")
    assert suggestions(draft_of(without_leads(), federation)) == []
    led_by(federation, federation.policy, symbol="02/KH-LĐLĐ")
    plan = draft_of(without_leads(), federation)
    assert suggestions(plan) == ["Ban Chính sách – Pháp luật chủ trì mục 2.1"]
    doubt = plan.doubts.get(code="habit_lead")
    assert [paper["name"] for paper in doubt.choices[0]["papers"]] == ["01/KH-LĐLĐ", "02/KH-LĐLĐ"]
    assert "2 văn bản trước" in doubt.message
    assert leads(plan, "2.1.a") == []


def test_taking_the_suggestion_names_the_unit_and_says_that_a_rule_did(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    plan = draft_of(without_leads(), federation)
    doubt = plan.doubts.get(code="habit_lead")
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=federation["chuyenvien"])
    assert leads(plan, "2.1.a") == leads(plan, "2.1.b") == ["Ban Chính sách – Pháp luật"]
    party = TaskParty.objects.get(task__plan=plan, task__number="2.1.a", role=PartyRole.LEAD)
    assert party.match == TaskParty.Match.HABIT


def test_the_suggestion_leaves_alone_what_the_paper_gives_to_somebody(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    plan = draft(federation.province, federation["chuyenvien"])
    doubt = plan.doubts.get(code="habit_lead")
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=0, by=federation["chuyenvien"])
    assert leads(plan, "2.1.a") == ["Văn phòng"]
    assert leads(plan, "2.1.b") == ["Ban Chính sách – Pháp luật"]


def test_one_paper_that_says_otherwise_ends_the_rule(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    led_by(federation, federation.finance)
    assert suggestions(draft_of(without_leads(), federation)) == []


def test_a_paper_that_is_corrected_and_handed_in_again_teaches_only_its_last_state(federation):
    led_by(federation, federation.policy)
    other = led_by(federation, federation.finance)
    recall_plan(plan_id=other.pk, by=federation["chuyenvien"], on=DAY)
    for number in ("2.1.a", "2.1.b"):
        lead(other, number, federation.policy, federation)
    submitted(other, federation)
    assert suggestions(draft_of(without_leads(), federation)) != []


def test_habits_stay_within_the_organ_whose_papers_taught_them(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    assert set(SectionHabit.objects.values_list("scope", flat=True)) == {federation.province.pk}


def test_a_revoked_habit_is_suggested_no_more_and_not_learned_again_by_itself(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    waiting = draft_of(without_leads(), federation)
    habit = SectionHabit.objects.get(topic="gop y van ban")
    revoke_habit(habit_id=habit.pk, by=federation["truongban"])
    doubt = waiting.doubts.get(code="habit_lead")
    assert (doubt.suggested, doubt.choices[0].get("papers")) == (None, None)
    led_by(federation, federation.policy)
    assert suggestions(draft_of(without_leads(), federation)) == []
    restore_habit(habit_id=habit.pk, by=federation["truongban"])
    assert suggestions(draft_of(without_leads(), federation)) != []


def means(federation: Federation) -> list[str]:
    return [str(m.unit) for m in match_printed_unit("Ban Dân vận", within=federation.province)]


def test_a_name_that_was_confirmed_remembers_the_paper_that_taught_it(federation):
    plan = named(federation)
    assert means(federation) == ["Ban Tuyên giáo"]
    source = RuleSource.objects.get(alias__text="Ban Dân vận")
    assert (source.plan, source.by) == (plan, federation["chuyenvien"])


def test_each_paper_that_is_handed_in_with_the_name_left_so_confirms_it(federation):
    named(federation)
    plan = led_by(federation, federation.policy)
    assert RuleSource.objects.filter(alias__text="Ban Dân vận", plan=plan).exists()


def test_a_revoked_name_is_read_no_more_and_not_learned_again_by_itself(federation):
    named(federation)
    alias = UnitAlias.objects.get()
    revoke_alias(alias_id=alias.pk, by=federation["chutich"])
    assert means(federation) == []
    again = named(federation)
    assert again.tasks.filter(parties__unit=federation.outreach).exists()
    assert means(federation) == []
    restore_alias(alias_id=alias.pk, by=federation["chutich"])
    assert means(federation) == ["Ban Tuyên giáo"]


def test_a_revoked_name_may_come_to_mean_another_unit_and_then_does_not_come_back_beside_it(federation):
    named(federation)
    old = UnitAlias.objects.get()
    revoke_alias(alias_id=old.pk, by=federation["chutich"])
    named(federation, federation.policy)
    assert means(federation) == ["Ban Chính sách – Pháp luật"]
    with pytest.raises(Conflict, match="Ban Chính sách – Pháp luật"):
        restore_alias(alias_id=old.pk, by=federation["chutich"])


def correct_in_cell(federation: Federation) -> None:
    plan = draft(federation.province, federation["chuyenvien"])
    task = plan.tasks.get(number="2.1.a")
    parties = [Party(federation.outreach.pk)]
    by = federation["chuyenvien"]
    role = PartyRole.COOPERATING
    set_parties(plan_id=plan.pk, task_id=task.pk, by=by, revision=task.revision, role=role, parties=parties)
    lead(plan, "2.1.b", federation.office, federation)
    submitted(plan, federation)


def test_a_name_corrected_in_two_papers_to_the_same_unit_is_understood_in_the_third(federation):
    correct_in_cell(federation)
    assert means(federation) == []
    correct_in_cell(federation)
    assert means(federation) == ["Ban Tuyên giáo"]


def test_rules_of_another_organ_are_not_there_for_a_stranger(federation):
    named(federation)
    for _ in range(2):
        led_by(federation, federation.policy)
    with pytest.raises(NotFound):
        revoke_alias(alias_id=UnitAlias.objects.get().pk, by=federation["batri"])
    with pytest.raises(NotFound):
        revoke_habit(habit_id=SectionHabit.objects.first().pk, by=federation["batri"])
    with pytest.raises(NotFound):
        revoke_alias(alias_id=UnitAlias.objects.get().pk, by=federation["chuyenvien"])


def test_a_suggestion_from_an_ended_unit_is_not_given(federation):
    for _ in range(2):
        led_by(federation, federation.policy)
    federation.policy.ends_on = DAY
    federation.policy.save(update_fields=["ends_on"])
    assert suggestions(draft_of(without_leads(), federation)) == []
