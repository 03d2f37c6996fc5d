"""The review page over HTTP: what it shows, what it answers to changes, and to whom."""

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.documents.models import Document
from congdoan.plans.models import Plan, PlanState, TaskParty
from congdoan.plans.services.drafting.create import create_plan
from tests.plans.learning import draft_of, led_by, named, without_leads
from tests.plans.readings import draft
from tests.world import Federation

FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return draft(federation.province, federation["chuyenvien"])


@pytest.fixture
def web(client: Client, federation: Federation) -> Client:
    client.force_login(federation["chuyenvien"])
    return client


def at(name: str, plan: Plan, *more: object) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more])


def words(response) -> str:
    return response.content.decode()


def test_the_page_shows_paper_tasks_and_doubts_side_by_side(web, plan):
    page = words(web.get(at("review", plan)))
    assert "Chủ động rà soát các văn bản chỉ đạo" in page
    assert "Ai chủ trì mục 2.5?" in page
    assert "Còn 4 chỗ cần xem lại" in page
    assert "5/5 việc chưa đủ sáu rõ" in page
    assert "Thiếu: sản phẩm, thẩm quyền" in page


def test_the_page_asks_a_fixed_number_of_queries(web, plan, django_assert_max_num_queries):
    for order in range(40):
        task = plan.tasks.create(title=f"Việc {order}", text="Việc thêm vào", order=order + 9000)
        TaskParty.objects.create(task=task, role="lead", audience="district")
    with django_assert_max_num_queries(15):
        web.get(at("review", plan))


def test_a_cell_opens_with_what_holds_and_saves(web, plan):
    task = plan.tasks.get(number="2.1.a")
    form = words(web.get(at("review-cell", plan, task.pk, "due"), headers=FRAGMENT))
    assert "31/12/2025" in form
    sent = {"revision": "1", "due": "30/6/2024", "recurrence": ""}
    answer = web.post(at("review-cell", plan, task.pk, "due"), sent, headers=FRAGMENT)
    assert answer.status_code == 200
    assert "30/06/2024" in words(answer)
    assert "Đã lưu" in words(answer)


def test_an_impossible_day_is_answered_in_the_cell_and_kept(web, plan):
    task = plan.tasks.get(number="2.1.a")
    answer = web.post(at("review-cell", plan, task.pk, "due"), {"revision": "1", "due": "31/4/2023"}, headers=FRAGMENT)
    assert answer.status_code == 422
    assert "Tháng 4 chỉ có 30 ngày" in words(answer)
    assert "31/4/2023" in words(answer)


def test_a_late_reviewer_gets_409_with_who_did_what_and_the_form_knows_the_newer_version(web, plan, federation):
    task = plan.tasks.get(number="2.1.a")
    other = Client()
    other.force_login(federation["chanhvp"])
    address = at("review-cell", plan, task.pk, "title")
    assert other.post(address, {"revision": "1", "title": "Của người trước"}, headers=FRAGMENT).status_code == 200
    late = web.post(address, {"revision": "1", "title": "Của người sau"}, headers=FRAGMENT)
    assert late.status_code == 409
    assert "Võ Thị Mỹ Duyên đã sửa tên việc" in words(late)
    again = words(web.get(address, headers=FRAGMENT))
    assert 'data-now="Của người trước"' in again
    assert 'name="revision" value="2"' in again


def test_the_unit_picker_finds_by_abbreviation_and_offers_whole_levels(web, plan, federation):
    found = words(web.get(at("review-units", plan) + "?q=ban tai", headers=FRAGMENT))
    assert f'data-value="u{federation.finance.pk}"' in found
    assert 'data-value="k:district"' in words(web.get(at("review-units", plan) + "?q=huyen", headers=FRAGMENT))


def test_parties_are_saved_from_the_picker(web, plan, federation):
    task = plan.tasks.get(number="2.1.b")
    sent = {"revision": "1", "party": [f"u{federation.policy.pk}", "k:district"]}
    web.post(at("review-cell", plan, task.pk, "lead"), sent, headers=FRAGMENT)
    assert [(p.unit_id, p.audience) for p in task.parties.all()] == [(federation.policy.pk, ""), (None, "district")]


def test_a_doubt_is_settled_by_one_press(web, plan):
    doubt = plan.doubts.get(code="two_readings")
    answer = web.post(at("review-doubt", plan, doubt.pk, 0), headers=FRAGMENT)
    assert "Còn 3 chỗ cần xem lại" in words(answer)


def test_a_cited_paper_is_uploaded_in_place_and_linked(web, plan, federation):
    doubt = plan.doubts.get(citation__symbol="06-CT/TU")
    form = words(web.get(at("review-doubt", plan, doubt.pk, 0), headers=FRAGMENT))
    assert 'value="06-CT/TU"' in form
    sent = {"unit": federation.province.pk, "type": "CT", "symbol": "06-CT/TU", "subject": "X", "validity": "in_force"}
    answer = web.post(at("review-doubt", plan, doubt.pk, 0), sent, headers=FRAGMENT)
    assert answer.status_code == 200
    assert Document.objects.get(symbol="06-CT/TU").cited_in.count() == 1


def test_a_citation_kept_by_name_is_linked_later(web, plan, federation):
    paper = Document.objects.create(unit=federation.province, symbol="06/CT", subject="Chỉ thị")
    mention = plan.document.citations.get(symbol="06-CT/TU")
    web.post(at("review-name-only", plan), {"citation": [mention.pk]}, headers=FRAGMENT)
    assert "Liên kết" in words(web.get(at("review-link", plan, mention.pk), headers=FRAGMENT))
    web.post(at("review-link", plan, mention.pk), {"document": paper.pk}, headers=FRAGMENT)
    mention.refresh_from_db()
    assert (mention.cited, mention.name_only) == (paper, False)


def test_header_fields_are_saved_one_by_one(web, plan):
    answer = web.post(
        at("review-header", plan, "until"), {"until": "31/12/2024", "seen": "31/12/2025"}, headers=FRAGMENT
    )
    assert answer.status_code == 200
    plan.refresh_from_db()
    assert f"{plan.until}" == "2024-12-31"
    wrong = web.post(
        at("review-header", plan, "until"), {"until": "31/13/2024", "seen": "31/12/2024"}, headers=FRAGMENT
    )
    assert (wrong.status_code, "12 tháng" in words(wrong)) == (422, True)


def test_undo_takes_back_over_http(web, plan):
    task = plan.tasks.get(number="2.1.a")
    web.post(at("review-remove", plan, task.pk), {"revision": "1"}, headers=FRAGMENT)
    assert "Chủ động rà soát" in words(web.post(at("review-undo", plan), headers=FRAGMENT))


def test_a_unit_below_does_not_see_the_draft_of_its_superior(client, plan, federation):
    client.force_login(federation["batri"])
    assert client.get(at("review", plan)).status_code == 404


def test_an_inspector_sees_that_drafting_is_not_theirs(client, plan, federation):
    client.force_login(federation["ubkt"])
    assert client.get(at("review", plan)).status_code == 403


def test_a_plan_that_is_no_draft_any_more_leads_to_its_own_page(web, plan):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.SUBMITTED)
    assert web.get(at("review", plan)).url == reverse("plans:plan", args=[plan.pk])


def test_a_plan_is_written_from_nothing_on_the_same_page(web, federation):
    sent = {"unit": federation.province.pk, "kind": "KH", "subject": "Tháng Công nhân năm 2023"}
    page = web.post(reverse("plans:new"), sent, follow=True)
    plan = Plan.objects.get()
    assert "Chưa có nhiệm vụ nào" in words(page)
    web.post(at("review-add-section", plan), {"number": "I", "title": "Nội dung"}, headers=FRAGMENT)
    section = plan.sections.get()
    answer = web.post(at("review-add-task-in", plan, section.pk), {"text": "Tổ chức hội thao."}, headers=FRAGMENT)
    assert "Tổ chức hội thao" in words(answer)
    assert plan.tasks.get().number == "I"


def test_a_plan_is_written_from_another_plan(web, plan):
    page = web.post(at("copy", plan), follow=True)
    copied = Plan.objects.get(based_on=plan)
    assert "Đã soạn bản nháp" in words(page)
    assert copied.tasks.count() == plan.tasks.count()
    assert [str(p) for p in copied.tasks.first().parties.all()] == [str(p) for p in plan.tasks.first().parties.all()]
    assert copied.document is None


def test_nobody_starts_a_plan_for_a_unit_that_is_not_theirs(client, federation):
    client.force_login(federation["batri"])
    sent = {"unit": federation.province.pk, "kind": "KH", "subject": "X"}
    assert client.post(reverse("plans:new"), sent).status_code == 422
    assert not Plan.objects.exists()


def test_a_plan_from_nothing_shows_no_paper(web, federation):
    plan = create_plan(unit=federation.province, subject="Kế hoạch", by=federation["chuyenvien"])
    assert "cd-review-alone" in words(web.get(at("review", plan)))


def test_the_page_says_which_papers_a_suggested_lead_comes_from(web, federation):
    taught = [led_by(federation, federation.policy, symbol=f"0{number}/KH-LĐLĐ") for number in (1, 2)]
    plan = draft_of(without_leads(), federation)
    page = words(web.get(at("review", plan)))
    assert "Theo những lần trước" in page
    assert all(f'<a href="/ke-hoach/{paper.pk}/">' in page for paper in taught)
    doubt = plan.doubts.get(code="habit_lead")
    page = words(web.post(at("review-doubt", plan, doubt.pk, 0), headers=FRAGMENT))
    assert "theo những lần trước</a>" in page
    assert "02/KH-LĐLĐ" in page


def test_the_page_says_which_papers_a_confirmed_name_comes_from(web, federation):
    first = named(federation)
    second = draft(federation.province, federation["chuyenvien"])
    page = words(web.get(at("review", second)))
    assert "văn bản ghi “Ban Dân vận”" in page
    assert f'<a href="/ke-hoach/{first.pk}/">' in page


def test_learned_rules_add_one_query_to_the_page(web, federation, django_assert_max_num_queries):
    named(federation)
    for _ in range(3):
        led_by(federation, federation.policy)
    plan = draft_of(without_leads(), federation)
    with django_assert_max_num_queries(15):
        web.get(at("review", plan))


def test_a_section_is_clear_only_when_submitting_says_so_too(web, federation, plan):
    """Without a doubt left, product and competence still lack: neither the section nor the foot calls that clear."""
    plan.doubts.all().delete()
    page = words(web.get(at("review", plan)))
    assert "5/5 việc chưa đủ sáu rõ" in page
    assert "Đã rõ" not in page
    plan.tasks.update(product="Báo cáo", competence="Ban Thường vụ", text="Rà soát các thủ tục", due="2023-06-30")
    TaskParty.objects.filter(task__plan=plan).delete()
    for task in plan.tasks.all():
        TaskParty.objects.create(task=task, role="lead", unit=federation.ba_tri, match="exact")
    page = words(web.get(at("review", plan)))
    assert "chưa đủ sáu rõ" not in page
    assert "Đã rõ" in page
