"""A difficulty that no task has: with a paper, or in general; answered, taken higher and counted as the others."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import IllegalTransition, Invalid, NotAllowed, NotFound
from congdoan.core.verify.checks import checks
from congdoan.organisation.services.merge import merge_unit
from congdoan.plans.models import Assignment, AssignmentState, Obstacle, ObstacleState, Plan, PlanState, SharedAnswer
from congdoan.plans.queries.answers.waiting import asked_about, obstacles_seen
from congdoan.plans.registrations.report_figures import parameters
from congdoan.plans.services.answers.together import answer_together
from congdoan.plans.services.lifecycle.end import close_plan, withdraw_plan
from congdoan.plans.services.lifecycle.replace import replace_plan
from congdoan.plans.services.work.answer_obstacle import answer_obstacle
from congdoan.plans.services.work.escalate_obstacle import escalate_obstacle
from congdoan.plans.services.work.raise_alone import raise_alone
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.withdraw_obstacle import withdraw_obstacle
from congdoan.reporting.sources import figure_sources, text_sources
from congdoan.steering.queries.asked import longest_asked
from congdoan.steering.queries.scope import Steered
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.factories import give, make_plan, make_section, make_task
from tests.plans.work.desk import waiting_answers
from tests.world import Federation

TODAY = date(2023, 3, 15)
TEXT = "Biên chế giảm, không đủ người theo dõi"


@pytest.fixture
def plan(federation: Federation) -> Plan:
    """Ba Tri has a part of it, Chợ Lách too, the union of education has none."""
    plan = make_plan(federation)
    task = make_task(plan)
    for unit in (federation.ba_tri, federation.cho_lach):
        give(task, unit, state=AssignmentState.DOING)
    return plan


def about_paper(federation: Federation, plan: Plan, **more: Any) -> Obstacle:
    asks = {"unit_id": federation.ba_tri.pk, "by": federation["batri.cv"], "text": TEXT, "plan_id": plan.pk}
    return raise_alone(**{**asks, **more})


def in_general(federation: Federation, **more: Any) -> Obstacle:
    asks = {"unit_id": federation.ba_tri.pk, "by": federation["batri.cv"], "text": TEXT, "subject": "Trụ sở"}
    return raise_alone(**{**asks, **more})


def broken() -> list[str]:
    found = (check for name, check in checks.items() if name.startswith(("tasks.", "worklist.")))
    return [place for check in found for place in check.find(lambda *_: None)]


def test_one_with_a_paper_goes_to_who_coordinates_it_with_the_clock_of_tasks(
    federation: Federation, plan: Plan
) -> None:
    section = make_section(plan, "II", "Nhiệm vụ")
    asked = about_paper(federation, plan, section_id=section.pk)
    (item,) = waiting_answers()
    assert (item.unit, item.due, item.given_by_unit) == (federation.office, date(2023, 3, 22), federation.ba_tri)
    assert (item.title, item.source) == ("Vướng mắc: Nhiệm vụ", "Mục II, Kế hoạch 34/KH-LĐLĐ")
    assert (asked.asker, asked.paper, broken()) == (federation.ba_tri, plan, [])


def test_one_in_general_goes_to_the_office_of_the_superior_else_to_the_superior(federation: Federation) -> None:
    assert in_general(federation).routed_to == federation.office
    of_a_union = in_general(federation, unit_id=federation.an_thuy.pk, by=federation["coso"])
    assert of_a_union.routed_to == federation.ba_tri
    of_a_board = in_general(federation, unit_id=federation.organisation.pk, by=federation["chuyenvien"])
    assert of_a_board.routed_to == federation.office
    of_the_office = in_general(federation, unit_id=federation.office.pk, by=federation["chanhvp"])
    assert of_the_office.routed_to == federation.province
    assert [item.source for item in waiting_answers()] == ["Khó khăn, vướng mắc chung"] * 4


def test_only_a_unit_of_ones_own_and_a_paper_that_it_has_a_part_of_can_be_named(
    federation: Federation, plan: Plan
) -> None:
    with pytest.raises(NotFound):
        in_general(federation, unit_id=federation.cho_lach.pk)
    with pytest.raises(NotAllowed):
        in_general(federation, by=federation["vanthu"])
    with pytest.raises(Invalid, match="không có phần việc nào"):
        about_paper(federation, plan, unit_id=federation.education.pk, by=federation["giaoduc"])
    with pytest.raises(Invalid, match="khó khăn về việc gì"):
        in_general(federation, subject=" ")
    other = make_section(make_plan(federation, symbol="35/KH-LĐLĐ", number=35), "I", "Khác")
    with pytest.raises(Invalid, match="không thuộc"):
        about_paper(federation, plan, section_id=other.pk)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CLOSED)
    with pytest.raises(Invalid):
        about_paper(federation, plan)
    assert not Obstacle.objects.exists()


def test_it_is_answered_once_and_whoever_asked_is_told(federation: Federation, plan: Plan) -> None:
    asked = about_paper(federation, plan)
    with pytest.raises(NotAllowed):
        answer_obstacle(obstacle_id=asked.pk, by=federation["batri"], answer="x")
    answer_obstacle(obstacle_id=asked.pk, by=federation["chanhvp"], answer="Bổ sung một biên chế")
    told = Notice.objects.get(user=federation["batri.cv"])
    assert "Bổ sung một biên chế" in told.text
    assert told.url == reverse("plans:obstacle", args=[asked.pk])
    with pytest.raises(IllegalTransition, match="Võ Thị Mỹ Duyên, trả lời, ngày 15/03/2023"):
        answer_obstacle(obstacle_id=asked.pk, by=federation["chanhvp"], answer="Lần nữa")
    assert (waiting_answers(), broken()) == ([], [])


def test_it_is_taken_to_the_standing_committee_of_the_paper_or_of_the_office(
    federation: Federation, plan: Plan
) -> None:
    for asked in (about_paper(federation, plan), in_general(federation)):
        escalate_obstacle(obstacle_id=asked.pk, by=federation["chanhvp"], note="Vượt thẩm quyền")
        with pytest.raises(NotAllowed):
            answer_obstacle(obstacle_id=asked.pk, by=federation["chanhvp"], answer="x")
        answered = answer_obstacle(obstacle_id=asked.pk, by=federation["chutich"], answer="Đồng ý")
        assert (answered.state, answered.routed_to) == (ObstacleState.ANSWERED, federation.province)


def test_it_is_taken_back_by_whoever_asked_and_by_nobody_of_another_unit(federation: Federation, plan: Plan) -> None:
    asked = about_paper(federation, plan)
    with pytest.raises(NotFound):
        withdraw_obstacle(obstacle_id=asked.pk, by=federation["cholach"])
    withdraw_obstacle(obstacle_id=asked.pk, by=federation["batri.cv"])
    assert (waiting_answers(), broken()) == ([], [])


def test_one_answer_goes_to_those_of_tasks_of_papers_and_in_general(federation: Federation, plan: Plan) -> None:
    part = Assignment.objects.get(unit=federation.ba_tri)
    of_task = raise_obstacle(assignment_id=part.pk, by=federation["batri.cv"], text=TEXT)
    ids = [of_task.pk, about_paper(federation, plan).pk, in_general(federation).pk]
    assert answer_together(obstacle_ids=ids, by=federation["chanhvp"], answer="Có", question="Thiếu người?") == 3
    assert SharedAnswer.objects.get().obstacles.count() == 3


def test_it_is_seen_by_the_unit_and_those_above_alone(federation: Federation, plan: Plan) -> None:
    asked = {about_paper(federation, plan), in_general(federation)}
    for username in ("batri", "chanhvp", "chutich"):
        assert set(obstacles_seen(federation[username])) == asked, username
    for username in ("cholach", "giaoduc", "coso", "admin"):
        assert not obstacles_seen(federation[username]), username


def test_a_row_is_with_a_task_or_a_paper_or_has_a_subject(federation: Federation, plan: Plan) -> None:
    part = Assignment.objects.get(unit=federation.ba_tri)
    row = {"text": "x", "routed_to": federation.office, "due": TODAY, "raised_by": federation["batri"]}
    wrong: list[dict[str, Any]] = [
        {},
        {"unit": federation.ba_tri},
        {"assignment": part, "plan": plan},
        {"plan": plan},
        {"subject": "Trụ sở"},
    ]
    for about in wrong:
        with pytest.raises(IntegrityError, match="plans_obstacle_about"), transaction.atomic():
            Obstacle.objects.create(raised_on=TODAY, **row, **about)


def test_the_papers_page_shows_its_own_and_those_of_its_tasks_as_far_as_they_may_be_seen(
    client: Client, federation: Federation, plan: Plan
) -> None:
    part = Assignment.objects.get(unit=federation.cho_lach)
    raise_obstacle(assignment_id=part.pk, by=federation["cholach"], text="Thiếu mẫu")
    own = about_paper(federation, plan)
    answer_obstacle(obstacle_id=own.pk, by=federation["chanhvp"], answer="Có")
    in_general(federation)
    whole, of_ba_tri = (asked_about(plan, federation[name]) for name in ("chutich", "batri"))
    assert (whole.total, whole.waiting, of_ba_tri.total, of_ba_tri.waiting) == (2, 1, 1, 0)
    client.force_login(federation["chutich"])
    page = client.get(reverse("plans:plan", args=[plan.pk])).content.decode()
    assert "Thiếu mẫu" in page
    assert f"?van_ban={plan.pk}" in page
    listed = client.get(reverse("answers:waiting"), {"van_ban": plan.pk}).content.decode()
    assert "Thiếu mẫu" in listed
    assert TEXT in listed
    assert "Trụ sở" not in listed
    client.force_login(federation["batri"])
    page = client.get(reverse("plans:plan", args=[plan.pk])).content.decode()
    assert "Thiếu mẫu" not in page
    assert "Nêu khó khăn, vướng mắc" in page


def test_an_officer_writes_one_down_and_finds_it_with_its_answer(
    client: Client, federation: Federation, plan: Plan
) -> None:
    section = make_section(plan, "II", "Tổ chức thực hiện")
    client.force_login(federation["batri.cv"])
    address = reverse("answers:raise")
    assert "Tổ chức thực hiện" in client.get(address, {"van_ban": plan.pk}).content.decode()
    found = client.get(reverse("answers:papers"), {"q": "cai cach"}).content.decode()
    assert "34/KH-LĐLĐ" in found
    empty = client.post(address, {"obstacle": TEXT})
    assert empty.status_code == 422
    assert "Chọn văn bản liên quan, hoặc ghi" in empty.content.decode()
    client.post(address, {"paper": plan.pk, "section": section.pk, "obstacle": TEXT})
    asked = Obstacle.objects.get()
    page = reverse("plans:obstacle", args=[asked.pk])
    assert "Mục II, Kế hoạch 34/KH-LĐLĐ" in client.get(page).content.decode()
    client.force_login(federation["chanhvp"])
    assert "Trình Ban Thường vụ" in client.get(page).content.decode()
    said = client.post(reverse("plans:answer-obstacle", args=[asked.pk]), {"words": "Bổ sung người"})
    assert said.headers["Location"] == page
    assert "Bổ sung người" in client.get(page).content.decode()
    sheet = client.get(reverse("answers:waiting"), {"xuat": "csv"})
    assert "Tổ chức thực hiện" in b"".join(sheet).decode()


def test_papers_of_others_are_neither_offered_nor_opened(client: Client, federation: Federation, plan: Plan) -> None:
    make_section(plan, "II", "Tổ chức thực hiện")
    asked = about_paper(federation, plan)
    client.force_login(federation["giaoduc"])
    assert "34/KH" not in client.get(reverse("answers:papers"), {"q": "cai cach"}).content.decode()
    assert "Tổ chức thực hiện" not in client.get(reverse("answers:raise"), {"paper": plan.pk}).content.decode()
    assert client.get(reverse("plans:obstacle", args=[asked.pk])).status_code == 404
    assert client.post(reverse("answers:raise"), {"paper": plan.pk, "obstacle": TEXT}).status_code == 422


def test_a_paper_is_not_closed_over_it_and_when_withdrawn_nobody_has_to_answer(
    federation: Federation, plan: Plan
) -> None:
    asked = about_paper(federation, plan)
    Assignment.objects.update(state=AssignmentState.DONE, done_on=TODAY)
    WorkItem.objects.exclude(kind="plans.answer").delete()
    with pytest.raises(Invalid, match="Còn 1 vướng mắc chưa trả lời"):
        close_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY)
    withdraw_plan(plan_id=plan.pk, by=federation["chutich"], on=TODAY, reason="Ban hành nhầm")
    asked.refresh_from_db()
    assert (asked.state, waiting_answers(), broken()) == (ObstacleState.WITHDRAWN, [], [])


def test_when_the_paper_is_replaced_it_is_asked_about_the_newer_one(federation: Federation, plan: Plan) -> None:
    asked = about_paper(federation, plan, section_id=make_section(plan, "II", "Nhiệm vụ").pk)
    newer = make_plan(federation, symbol="40/KH-LĐLĐ", number=40, subject="Kế hoạch mới")
    replace_plan(plan_id=plan.pk, successor_id=newer.pk, by=federation["chutich"], on=TODAY)
    asked.refresh_from_db()
    assert (asked.plan, asked.section, asked.state) == (newer, None, ObstacleState.OPEN)
    assert [(item.title, item.source) for item in waiting_answers()] == [
        ("Vướng mắc: Kế hoạch mới", "Kế hoạch 40/KH-LĐLĐ")
    ]
    assert broken() == []


def test_the_unit_that_takes_over_asks_on(federation: Federation, plan: Plan) -> None:
    asks: dict[str, Any] = {"unit_id": federation.cho_lach.pk, "by": federation["cholach"]}
    asked = [about_paper(federation, plan, **asks), in_general(federation, **asks)]
    to_cho_lach = in_general(federation, unit_id=federation.phu_phung.pk, by=federation["chutich"])
    assert to_cho_lach.routed_to == federation.cho_lach
    merge_unit(
        by=federation["chutich"],
        unit_id=federation.cho_lach.pk,
        into_id=federation.ba_tri.pk,
        effective_on=date(2023, 3, 10),
        decision="15/QĐ-LĐLĐ",
    )
    assert {one.unit for one in Obstacle.objects.filter(pk__in=[one.pk for one in asked])} == {federation.ba_tri}
    to_cho_lach.refresh_from_db()
    assert to_cho_lach.routed_to == federation.ba_tri
    assert {(item.unit, item.given_by_unit_id) for item in waiting_answers()} == {
        (federation.office, federation.ba_tri.pk),
        (federation.ba_tri, federation.phu_phung.pk),
    }
    assert broken() == []


def test_the_briefing_shows_it_among_those_of_tasks_the_longest_waiting_first(
    federation: Federation, plan: Plan
) -> None:
    part = Assignment.objects.get(unit=federation.cho_lach)
    asked = [
        about_paper(federation, plan),
        raise_obstacle(assignment_id=part.pk, by=federation["cholach"], text="Thiếu mẫu"),
        in_general(federation),
    ]
    steered = Steered.of(federation["chutich"])
    assert longest_asked(steered, most=6) == asked
    assert longest_asked(steered.but(plan=plan), most=6) == asked[:2]
    assert longest_asked(steered.but(unit=federation.ba_tri), most=6) == [asked[0], asked[2]]
    assert longest_asked(Steered.of(federation["cholach"]), most=6) == [asked[1]]


def test_reports_count_and_tell_it(federation: Federation, plan: Plan) -> None:
    asked = about_paper(federation, plan)
    in_general(federation)
    answer_obstacle(obstacle_id=asked.pk, by=federation["chanhvp"], answer="Có")
    sources, ids = dict(figure_sources.items()), parameters(federation.ba_tri.pk, TODAY, TODAY)
    counts = [sources[f"plans.{name}"] for name in ("obstacles", "obstacles_answered", "obstacles_open")]
    assert [value_of(one.select, ids) for one in counts] == [2, 1, 1]
    (origin, other) = counts[0].origins(federation.ba_tri.pk, TODAY, TODAY)
    assert (origin.url, "Trụ sở" in other.about) == (reverse("plans:obstacle", args=[asked.pk]), True)
    told = value_of(dict(text_sources.items())["plans.difficulties"].select, ids)
    assert (
        told
        == f"- Cải cách hành chính trong hệ thống Công đoàn: {TEXT}. Trả lời: Có\n- Trụ sở: {TEXT}. Chưa được trả lời."
    )


def value_of(select: str, given: dict[str, Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(select, given)
        ((_, value),) = cursor.fetchall()
    return value
