from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from congdoan.organisation.services.move import move_unit
from congdoan.plans.models import Assignment, Plan, PlanState, Task
from congdoan.plans.services.lifecycle.amend import MoveDue, Withdraw, amend_plan
from congdoan.plans.services.lifecycle.end import withdraw_plan
from tests.jobs import run_queued_jobs
from tests.plans.drafts import TODAY, add_task, issued
from tests.world import Federation


def test_a_plan_goes_from_draft_to_every_desk_through_its_page(draft: Plan, as_user) -> None:
    page = reverse("plans:plan", args=[draft.pk])
    assert "Trình duyệt" in as_user("chuyenvien").get(page).content.decode()
    as_user("chuyenvien").post(reverse("plans:submit", args=[draft.pk]))
    assert "Duyệt</button>" in as_user("chutich").get(page).content.decode()
    as_user("chutich").post(reverse("plans:approve", args=[draft.pk]))
    clerk = as_user("vanthu")
    form = clerk.get(reverse("plans:issue", args=[draft.pk]))
    assert "2 nhiệm vụ được giao cho 4 đơn vị" in form.content.decode()
    signer = form.context["form"].fields["signer"].queryset.get()
    answer = clerk.post(
        reverse("plans:issue", args=[draft.pk]), {"number": "34", "on": "15/03/2023", "signer": signer.pk}, follow=True
    )
    assert "Đã ban hành Kế hoạch 34/KH-LĐLĐ, giao 4 phần việc." in answer.content.decode()


def test_the_next_step_is_offered_only_to_those_who_may_take_it(draft: Plan, as_user) -> None:
    as_user("chuyenvien").post(reverse("plans:submit", args=[draft.pk]))
    assert ">Duyệt</button>" not in as_user("truongban").get(reverse("plans:plan", args=[draft.pk])).content.decode()
    assert as_user("truongban").post(reverse("plans:approve", args=[draft.pk])).status_code == 403


def test_a_draft_does_not_exist_for_a_unit_below(draft: Plan, as_user) -> None:
    for name in ("plan", "pdf", "history"):
        assert as_user("batri").get(reverse(f"plans:{name}", args=[draft.pk])).status_code == 404
    assert as_user("batri").post(reverse("plans:submit", args=[draft.pk])).status_code == 404


def test_a_unit_sees_a_plan_that_gives_it_work_and_its_sister_without_work_does_not(running: Plan, as_user) -> None:
    assert as_user("batri").get(reverse("plans:plan", args=[running.pk])).status_code == 200
    assert as_user("giaoduc").get(reverse("plans:plan", args=[running.pk])).status_code == 404


def test_returning_without_a_reason_keeps_the_form_and_says_so(draft: Plan, as_user) -> None:
    as_user("chuyenvien").post(reverse("plans:submit", args=[draft.pk]))
    answer = as_user("chutich").post(reverse("plans:return", args=[draft.pk]), {"reason": ""})
    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.state == PlanState.SUBMITTED


@pytest.mark.parametrize("view", ["cua-don-vi", "cap-tren", "cap-duoi", "ban-nhap"])
def test_the_list_asks_a_fixed_number_of_queries(
    view: str, running: Plan, as_user, federation: Federation, django_assert_max_num_queries
) -> None:
    for n in range(30):
        Plan.objects.create(
            unit=federation.province,
            subject=f"Kế hoạch {n}",
            state="running",
            symbol=f"{n + 50}/KH",
            issued_on=date(2023, 1, 1),
        )
    client = as_user("chanhvp")
    with django_assert_max_num_queries(12):
        assert client.get(reverse("plans:list"), {"nhom": view}).status_code == 200


def test_the_plan_page_asks_a_fixed_number_of_queries(
    draft: Plan,
    as_user,
    federation: Federation,
    django_assert_max_num_queries,
) -> None:
    for n in range(40):
        add_task(draft, f"9.{n}", federation.finance, None, cooperating=federation.office)
    issued(draft, federation)
    client = as_user("chanhvp")
    with django_assert_max_num_queries(15):
        assert client.get(reverse("plans:plan", args=[draft.pk])).status_code == 200


def test_the_list_is_found_by_words_without_tones_and_exported_as_filtered(running: Plan, as_user) -> None:
    client = as_user("chanhvp")
    assert "Cải cách hành chính" in client.get(reverse("plans:list"), {"q": "cai cach hanh"}).content.decode()
    assert "Không có văn bản nào khớp" in client.get(reverse("plans:list"), {"q": "đại hội"}).content.decode()
    sheet = b"".join(client.get(reverse("plans:list"), {"q": "cai cach", "xuat": "xlsx"}).streaming_content)
    cells = [cell for row in openpyxl.load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True) for cell in row]
    assert "Cải cách hành chính" in cells


def test_a_plan_prints_as_pdf_a_word_and_sheet(running: Plan, as_user) -> None:
    client = as_user("chanhvp")
    pdf = client.get(reverse("plans:pdf", args=[running.pk])).content
    assert pdf.startswith(b"%PDF") and b"pdfaid" in pdf
    assert client.get(reverse("plans:docx", args=[running.pk])).content.startswith(b"PK")
    sheet = b"".join(client.get(reverse("plans:task-sheet", args=[running.pk])).streaming_content)
    cells = [cell for row in openpyxl.load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True) for cell in row]
    assert {"2.2.a", "Ban Tổ chức", "2023-06-30 00:00:00"} <= {str(cell) for cell in cells}


def test_an_amendment_is_made_on_its_page_and_shown_on_the_plan(running: Plan, as_user) -> None:
    task = running.tasks.get(number="2.2.a")
    client = as_user("chutich")
    url = f"{reverse('plans:amend', args=[running.pk])}?nv={task.pk}"
    lead = task.parties.get(role="lead").unit_id
    cooperating = task.parties.get(role="cooperating").unit_id
    key = f"task-{task.pk}"
    data = {
        f"{key}-title": task.title,
        f"{key}-roll_up": "all",
        f"{key}-text": task.text,
        f"{key}-due": "30/09/2023",
        f"{key}-lead": lead,
        f"{key}-cooperating": cooperating,
        "reason": "Chờ hướng dẫn",
    }
    assert client.post(url, data).status_code == 302
    assert set(Assignment.objects.filter(task=task).values_list("due", flat=True)) == {date(2023, 9, 30)}
    shown = client.get(reverse("plans:plan", args=[running.pk]), {"phan": "dieu-chinh"}).content.decode()
    assert "30/06/2023 → 30/09/2023" in shown and "Chờ hướng dẫn" in shown


def test_issuing_to_very_many_units_is_a_job_whose_progress_is_seen(
    draft: Plan,
    as_user,
    federation: Federation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("congdoan.plans.views.lifecycle.issue.AT_ONCE", 3)
    as_user("chuyenvien").post(reverse("plans:submit", args=[draft.pk]))
    as_user("chutich").post(reverse("plans:approve", args=[draft.pk]))
    clerk = as_user("vanthu")
    data = {"on": "15/03/2023", "signer": federation["chutich"].pk}
    watching = clerk.post(reverse("plans:issue", args=[draft.pk]), data)
    assert run_queued_jobs() == 1
    assert "Xem kết quả" in clerk.get(watching.url).content.decode()
    assert Assignment.objects.filter(plan=draft).count() == 4
    assert as_user("chutich").get(watching.url).status_code == 404


def test_the_history_says_who_changed_what(running: Plan, as_user) -> None:
    shown = as_user("chutich").get(reverse("plans:history", args=[running.pk])).content.decode()
    assert "trạng thái" in shown and "Chờ duyệt" in shown


def test_an_amendment_is_shown_only_to_the_units_that_it_concerns(
    running: Plan, federation: Federation, as_user
) -> None:
    change = MoveDue(running.tasks.get(number="2.2.a").pk, date(2023, 9, 30))
    amend_plan(plan_id=running.pk, by=federation["chutich"], on=TODAY, reason="Chờ hướng dẫn", changes=[change])
    page = reverse("plans:plan", args=[running.pk])
    assert "Chờ hướng dẫn" in as_user("truongban").get(page, {"phan": "dieu-chinh"}).content.decode()
    assert "Chờ hướng dẫn" not in as_user("batri").get(page, {"phan": "dieu-chinh"}).content.decode()


def test_the_history_names_persons_instead_of_their_ids(running: Plan, as_user) -> None:
    shown = as_user("chutich").get(reverse("plans:history", args=[running.pk])).content.decode()
    assert "<b>người ký</b>: <del>–</del> → <ins>Nguyễn Phúc Linh</ins>" in shown


def test_a_district_may_copy_a_plan_that_it_was_given(running: Plan, as_user, federation) -> None:
    answer = as_user("batri").post(reverse("plans:copy", args=[running.pk]))
    own = Plan.objects.get(based_on=running)
    assert answer["Location"] == reverse("plans:review", args=[own.pk])
    assert (own.unit, own.subject, own.tasks.count()) == (federation.ba_tri, running.subject, running.tasks.count())


def test_who_may_not_draft_is_not_offered_to(running: Plan, as_user) -> None:
    assert "Soạn từ văn bản này" not in as_user("ubkt").get(reverse("plans:plan", args=[running.pk])).content.decode()
    assert as_user("ubkt").post(reverse("plans:copy", args=[running.pk])).status_code == 403


def test_what_was_entered_stays_when_somebody_amended_the_task_meanwhile(
    running: Plan, as_user, federation: Federation
) -> None:
    task = running.tasks.get(number="2.2.a")
    change = MoveDue(task.pk, date(2023, 9, 30))
    amend_plan(plan_id=running.pk, by=federation["chutich"], on=TODAY, reason="Chờ hướng dẫn", changes=[change])
    key = f"task-{task.pk}"
    lead = task.parties.get(role="lead").unit_id
    data = {f"{key}-title": "Tên mới", f"{key}-due": "30/06/2023", f"{key}-lead": lead, "reason": "Sửa chữ", "seen": 1}
    data[f"{key}-roll_up"] = "all"
    url = f"{reverse('plans:amend', args=[running.pk])}?nv={task.pk}"
    answer = as_user("vanthu").post(url, data)
    words = answer.content.decode()
    assert answer.status_code == 409
    assert "Nguyễn Phúc Linh đã điều chỉnh mục 2.2.a" in words and "Tên mới" in words and "Sửa chữ" in words
    assert 'name="seen" value="2"' in words


def test_only_levels_below_the_issuing_unit_can_be_given_work(running: Plan, as_user) -> None:
    page = as_user("vanthu").get(f"{reverse('plans:amend', args=[running.pk])}?them=1").content.decode()
    assert "Tất cả LĐLĐ huyện, thị xã, thành phố" in page and "Tất cả LĐLĐ tỉnh, thành phố" not in page


def test_a_day_to_come_is_refused_beside_its_field_and_nothing_entered_is_lost(
    draft: Plan, as_user, federation: Federation
) -> None:
    as_user("chuyenvien").post(reverse("plans:submit", args=[draft.pk]))
    as_user("chutich").post(reverse("plans:approve", args=[draft.pk]))
    entered = {"number": "34", "on": "01/04/2023", "signer": federation["chutich"].pk}
    answer = as_user("vanthu").post(reverse("plans:issue", args=[draft.pk]), entered)
    assert answer.status_code == 422
    assert "Ngày ban hành 01/04/2023 chưa đến" in answer.content.decode() and 'value="34"' in answer.content.decode()


def test_who_drafts_may_drop_the_draft(draft: Plan, as_user) -> None:
    client, page = as_user("chuyenvien"), reverse("plans:plan", args=[draft.pk])
    assert "Bỏ bản nháp" in client.get(page).content.decode()
    answer = client.post(reverse("plans:withdraw", args=[draft.pk]), {"reason": "Tải nhầm tệp"}, follow=True)
    assert "Đã bỏ bản nháp." in answer.content.decode()


def test_a_task_shows_the_unit_what_was_amended_and_why(running: Plan, as_user, federation: Federation) -> None:
    task = running.tasks.get(number="III.2.a")
    change = MoveDue(task.pk, date(2023, 9, 30))
    amend_plan(plan_id=running.pk, by=federation["chutich"], on=TODAY, reason="Chờ hướng dẫn", changes=[change])
    page = as_user("batri").get(reverse("plans:assignment", args=[_part(task, federation).pk])).content.decode()
    assert "01/03/2023 → 30/09/2023" in page and "Chờ hướng dẫn" in page


@pytest.mark.parametrize("way", ["task", "plan"])
def test_a_unit_whose_work_was_taken_away_reads_why(way: str, running: Plan, as_user, federation: Federation) -> None:
    task = running.tasks.get(number="III.2.a")
    if way == "task":
        why = {"reason": "Trùng việc khác", "changes": [Withdraw(task.pk)]}
        amend_plan(plan_id=running.pk, by=federation["chutich"], on=TODAY, **why)
    else:
        withdraw_plan(plan_id=running.pk, by=federation["chutich"], on=TODAY, reason="Trùng việc khác")
    page = as_user("batri").get(reverse("plans:assignment", args=[_part(task, federation).pk])).content.decode()
    assert "Không phải thực hiện nữa. Trùng việc khác" in page and "Nhận việc" not in page


def _part(task: Task, federation: Federation) -> Assignment:
    return Assignment.objects.get(task=task, unit=federation.ba_tri)


def test_submitting_from_the_plans_page_says_how_many_tasks_are_unclear(draft: Plan, as_user) -> None:
    page = as_user("chuyenvien").get(reverse("plans:plan", args=[draft.pk])).content.decode()
    assert "2/2 nhiệm vụ chưa đủ sáu rõ. Trong lúc chờ duyệt" in page
    assert "Thiếu: việc, sản phẩm, thẩm quyền" in page
    draft.tasks.update(text="Làm xong việc này", product="Báo cáo", competence="Ban Thường vụ")
    assert "chưa đủ sáu rõ" not in as_user("chuyenvien").get(reverse("plans:plan", args=[draft.pk])).content.decode()


def test_a_unit_moved_elsewhere_still_sees_the_plan_that_gave_it_work(running: Plan, as_user, federation) -> None:
    move_unit(by=None, unit_id=federation.ba_tri.pk, parent_id=federation.tld.pk, effective_on=TODAY)
    assert as_user("batri").get(reverse("plans:plan", args=[running.pk])).status_code == 200
    for page in ("plans:list", "plans:overview"):
        assert running.subject in as_user("batri").get(reverse(page)).content.decode()


def test_a_plan_without_a_lead_says_so_on_the_page_from_which_it_was_submitted(draft: Plan, as_user) -> None:
    draft.tasks.get(number="2.2.a").parties.all().delete()
    page, submit = (reverse(f"plans:{name}", args=[draft.pk]) for name in ("plan", "submit"))
    answer = as_user("chuyenvien").post(submit, headers={"Referer": f"http://testserver{page}"}, follow=True)
    assert answer.redirect_chain == [(page, 302)]
    assert "Chưa có đơn vị chủ trì ở mục 2.2.a" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == PlanState.IN_REVIEW


def test_a_page_of_another_site_is_not_gone_back_to(draft: Plan, as_user) -> None:
    draft.tasks.get(number="2.2.a").parties.all().delete()
    answer = as_user("chuyenvien").post(
        reverse("plans:submit", args=[draft.pk]), headers={"Referer": "https://noi-khac.vn/ke-hoach/"}
    )
    assert answer.status_code == 422
