"""A draft's tasks that nobody leads are offered the unit that leads such work by the matrix."""

from django.test import Client
from django.urls import reverse

from congdoan.core import clock
from congdoan.duties.services.duties import add_duty
from congdoan.duties.services.parts import give_parts
from tests.plans.readings import draft
from tests.world import Federation


def test_one_press_gives_a_task_without_lead_to_the_unit_of_the_matrix(client: Client, federation: Federation) -> None:
    by = federation["truongban"]
    duty = add_duty(organ=federation.province, by=by, text="Quản lý con dấu, văn thư, lưu trữ", starts_on=clock.today())
    give_parts(duty_id=duty.pk, by=by, parts={federation.office.pk: "leads"}, on=clock.today())
    plan = draft(federation.province, federation["chuyenvien"])
    task = plan.tasks.first()
    assert task
    task.parties.all().delete()
    task.text = "Chấn chỉnh công tác văn thư, lưu trữ, quản lý con dấu tại các đơn vị."
    task.save()
    client.force_login(federation["chuyenvien"])
    page = client.get(reverse("plans:review", args=[plan.pk])).content.decode()
    assert f'"party": "u{federation.office.pk}"' in page
    assert page.count("bảng phân công</a>: <button") == 1
    client.post(
        reverse("plans:review-cell", args=[plan.pk, task.pk, "lead"]),
        {"revision": task.revision, "party": f"u{federation.office.pk}"},
        headers={"HX-Request": "true"},
    )
    assert [party.unit for party in task.parties.all()] == [federation.office]
    assert "bảng phân công</a>: <button" not in client.get(reverse("plans:review", args=[plan.pk])).content.decode()
