"""A leader gives work at once, without drafting and approval."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Invalid, NotAllowed
from congdoan.core.verify.checks import checks
from congdoan.documents.models import Citation, Document
from congdoan.plans.models import Plan, PlanState
from congdoan.plans.services.direct.give import GivenTask, give_directly
from congdoan.plans.services.lifecycle.parties import Parties
from congdoan.worklist.models import Notice, WorkItem
from tests.plans.drafts import TODAY
from tests.world import Federation

SignIn = Callable[[str], Client]


@pytest.fixture
def letter(federation: Federation) -> Document:
    return Document.objects.create(
        unit=federation.province, type="CV", symbol="15/TLĐ-VP", subject="Về rà soát thủ tục", issuer="Tổng Liên đoàn"
    )


def task_for(*units: int, due: date | None = date(2023, 4, 1)) -> GivenTask:
    return GivenTask("Rà soát thủ tục", "", due, Parties(lead=units))


def test_an_opinion_on_a_paper_lies_on_the_desks_at_once(letter: Document, federation: Federation) -> None:
    tasks = [task_for(federation.organisation.pk), task_for(federation.ba_tri.pk)]
    said = {"words": "Giao Ban Tổ chức chủ trì", "tasks": tasks, "paper_id": letter.pk}
    plan = give_directly(unit=federation.province, by=federation["chutich"], on=TODAY, **said)  # type: ignore[arg-type]
    assert (plan.state, plan.symbol, str(plan)) == (PlanState.RUNNING, "", "Ý kiến chỉ đạo ngày 15/03/2023")
    [item] = WorkItem.objects.filter(unit=federation.ba_tri, kind="plans.take")
    assert item.source == "Chủ trì · Nhiệm vụ 2, Ý kiến chỉ đạo ngày 15/03/2023"
    assert "ban hành Ý kiến chỉ đạo" in Notice.objects.get(user=federation["batri"], kind="plans.issued").text
    assert Citation.objects.get(document=plan.document).cited == letter
    assert [step.after for step in plan.steps.all()] == ["draft", "submitted", "approved", "issued", "running"]
    for name in ("plans.issued", "plans.steps", "plans.papers", "plans.waiting", "tasks.items"):
        check = checks.get(name)
        assert check and list(check.find(lambda done, total: None)) == []


def test_a_conclusion_of_a_meeting_bears_the_next_number_of_notices(federation: Federation) -> None:
    said: dict[str, Any] = {"words": "Kết luận giao ban", "tasks": [task_for(federation.finance.pk)], "kind": "TBKL"}
    plan = give_directly(unit=federation.province, by=federation["chutich"], on=TODAY, **said)
    assert (str(plan), plan.type) == ("Thông báo kết luận 1/TB-LĐLĐ", "TB")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"tasks": []}, "ít nhất một việc"),
        ({"words": "  "}, "Nhập ý kiến"),
        ({"kind": "KH"}, "phải qua soạn thảo"),
    ],
)
def test_what_cannot_be_given_is_refused(changes: dict[str, Any], words: str, federation: Federation) -> None:
    said = {"words": "Giao việc", "tasks": [task_for(federation.finance.pk)], **changes}
    with pytest.raises(Invalid, match=words):
        give_directly(unit=federation.province, by=federation["chutich"], on=TODAY, **said)


def test_only_who_leads_gives_work(federation: Federation) -> None:
    said: dict[str, Any] = {"words": "Giao việc", "tasks": [task_for(federation.finance.pk)]}
    with pytest.raises(NotAllowed):
        give_directly(unit=federation.province, by=federation["vanthu"], on=TODAY, **said)


def test_the_form_stands_on_the_page_of_the_paper(letter: Document, federation: Federation, as_user: SignIn) -> None:
    client = as_user("chutich")
    page = reverse("documents:document", args=[letter.pk])
    address = f"{reverse('plans:give')}?van-ban={letter.pk}"
    assert address in client.get(page).content.decode()
    assert address not in as_user("vanthu").get(page).content.decode()
    sent = {
        "kind": "YK",
        "words": "Rà soát ngay",
        "viec-1-title": "Rà soát",
        "viec-1-due": "01/04/2023",
        "viec-1-lead": [federation.organisation.pk],
    }
    wrong = client.post(address, {**sent, "viec-1-due": "01/03/2023", "viec-2-title": "Tổng hợp"})
    assert wrong.status_code == 422 and "Chọn ít nhất một đơn vị chủ trì" in wrong.content.decode()
    assert 'value="Tổng hợp"' in wrong.content.decode()
    late = client.post(address, {**sent, "viec-1-due": "01/03/2023"})
    assert late.status_code == 422 and "của việc 1 đã qua" in late.content.decode()
    done = client.post(address, sent, follow=True).content.decode()
    assert "Đã giao 1 việc cho 1 đơn vị" in done and "Ý kiến chỉ đạo" in done
    plan = Plan.objects.get(kind="YK")
    assert reverse("plans:plan", args=[plan.pk]) in client.get(page).content.decode()


def test_a_paper_of_another_unit_is_no_ground(federation: Federation, as_user: SignIn) -> None:
    foreign = Document.objects.create(unit=federation.province, type="CV", subject="Của tỉnh")
    assert as_user("batri").get(reverse("plans:give"), {"van-ban": foreign.pk}).status_code == 404
    assert as_user("chuyenvien").get(reverse("plans:give")).status_code == 403
