"""From a resolution down to the task of a grassroots union, and back."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Conflict, Invalid
from congdoan.documents.models import Citation
from congdoan.plans.models import PartyRole, Plan, PlanState, TaskParty
from congdoan.plans.queries.tree.tree import Node, tree_of
from congdoan.plans.services.basis.stand_on import stand_on
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.lifecycle.approve import approve_plan
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.lifecycle.submit import submit_plan
from congdoan.plans.services.local.carry_out import carry_out_plan
from tests.plans import readings
from tests.plans.drafts import TODAY, add_task, issued
from tests.world import Federation

SignIn = Callable[[str], Client]


def made(federation: Federation, kind: str, subject: str, basis: Plan | None = None) -> Plan:
    plan = create_plan(unit=federation.province, subject=subject, by=federation["chuyenvien"], kind=kind, basis=basis)
    add_task(plan, "1", federation.organisation, date(2023, 3, 1))
    return plan


@pytest.fixture
def chain(federation: Federation) -> list[Plan]:
    """Resolution, programme, plan of the province; the own plan of Ba Tri, which gives work to a grassroots union."""
    resolution = issued(made(federation, "NQ", "Nghị quyết Đại hội"), federation)
    programme = issued(made(federation, "CTr", "Chương trình hành động", resolution), federation)
    plan = made(federation, "KH", "Kế hoạch cải cách", programme)
    given = add_task(plan, "2", None, date(2023, 6, 30))
    TaskParty.objects.create(task=given, role=PartyRole.LEAD, audience="district", printed="LĐLĐ huyện")
    issued(plan, federation)
    chair = federation["batri"]
    own = carry_out_plan(plan_id=plan.pk, unit=federation.ba_tri, by=chair)
    own.tasks.get().parties.all().delete()
    TaskParty.objects.create(task=own.tasks.get(), role=PartyRole.LEAD, unit=federation.an_thuy)
    submit_plan(plan_id=own.pk, by=chair, on=TODAY)
    approve_plan(plan_id=own.pk, by=chair, on=TODAY)
    return [resolution, programme, plan, issue_plan(plan_id=own.pk, by=chair, on=TODAY)]


def names(nodes: Iterable[Node]) -> list[object]:
    return [(node.plan.pk, node.seen, names(node.under)) for node in nodes]


def test_a_leader_of_the_province_sees_the_whole_way_from_any_paper(chain: list[Plan], federation: Federation) -> None:
    resolution, programme, plan, own = (one.pk for one in chain)
    whole = [(resolution, True, [(programme, True, [(plan, True, [(own, True, [])])])])]
    for here in chain:
        assert names(tree_of([here.pk], federation["chutich"], on=TODAY)) == whole


def test_a_district_sees_its_way_up_by_name_and_no_other_district(chain: list[Plan], federation: Federation) -> None:
    resolution, programme, plan, own = (one.pk for one in chain)
    seen = names(tree_of([own], federation["batri"], on=TODAY))
    assert seen == [(resolution, False, [(programme, False, [(plan, True, [(own, True, [])])])])]
    sister = names(tree_of([plan], federation["cholach"], on=TODAY))
    assert sister == [(resolution, False, [(programme, False, [(plan, True, [])])])]


def test_counts_of_tasks_stand_beside_each_paper(chain: list[Plan], federation: Federation) -> None:
    [top] = tree_of([chain[0].pk], federation["chutich"], on=TODAY)
    assert (top.figures.parts, top.figures.done, top.figures.late) == (1, 0, 1)
    [line] = top.tasks.lines
    assert (line.task.number, line.figures.late) == ("1", 1)


def test_the_page_asks_a_fixed_number_of_queries(
    chain: list[Plan], federation: Federation, as_user: SignIn, django_assert_num_queries
) -> None:
    client, address = as_user("chutich"), reverse("plans:tree", args=[chain[0].pk])
    client.get(address)
    with django_assert_num_queries(12):
        page = client.get(address).content.decode()
    assert "Chương trình 1/CTr-LĐLĐ" in page and "1 quá hạn" in page
    for number in range(3):
        issued(made(federation, "CTr", f"Chương trình {number}", chain[0]), federation)
    with django_assert_num_queries(12):
        client.get(address)


def test_more_than_can_be_shown_is_said(chain: list[Plan], federation: Federation) -> None:
    Plan.objects.bulk_create(
        Plan(unit=federation.province, subject=f"Số {n}", stands_on=chain[0], state=PlanState.RUNNING, folded="")
        for n in range(40)
    )
    [top] = tree_of([chain[0].pk], federation["chutich"], on=TODAY)
    assert (len(top.under), top.has_more) == (30, True)


def test_the_tree_of_a_unit_begins_with_what_gave_it_work(chain: list[Plan], as_user: SignIn) -> None:
    unit = chain[3].unit
    page = as_user("batri").get(reverse("plans:unit-tree", args=[unit.pk])).content.decode()
    assert "Nghị quyết 1/NQ-LĐLĐ" in page and "Nghị quyết Đại hội" not in page
    assert "Kế hoạch cải cách" in page


def test_issuing_notes_the_citation_of_what_it_stands_on(chain: list[Plan]) -> None:
    cited = Citation.objects.get(document=chain[1].document)
    assert (cited.cited, cited.symbol) == (chain[0].document, "1/NQ-LĐLĐ")
    assert "Thực hiện Nghị quyết số 1/NQ-LĐLĐ ngày 15/03/2023" in chain[1].bases


def test_no_paper_stands_on_what_stands_on_it(chain: list[Plan], federation: Federation) -> None:
    with pytest.raises(Invalid, match="đã căn cứ vào nghị quyết này"):
        stand_on(plan_id=chain[0].pk, basis_id=chain[2].pk, by=federation["chutich"])


def test_an_issued_paper_is_given_its_basis_on_its_page(
    chain: list[Plan], federation: Federation, as_user: SignIn
) -> None:
    late = issued(made(federation, "KH", "Kế hoạch năm"), federation)
    clerk, address = as_user("vanthu"), reverse("plans:basis", args=[late.pk])
    assert "Nghị quyết Đại hội" in clerk.get(reverse("plans:issued"), {"q": "dai hoi"}).content.decode()
    seen = clerk.get(address).context["form"].initial["seen"]
    assert clerk.post(address, {"basis": chain[0].pk, "seen": seen}).status_code == 302
    assert Citation.objects.filter(document=late.document, cited=chain[0].document).exists()
    told = clerk.post(address, {"basis": chain[1].pk, "seen": seen})
    assert told.status_code == 409 and "đã sửa kế hoạch" in told.content.decode()
    assert as_user("chuyenvien").get(address).status_code == 403
    assert as_user("giaoduc").get(address).status_code == 404


def test_a_submitted_draft_keeps_its_basis(chain: list[Plan], federation: Federation) -> None:
    draft = made(federation, "KH", "Kế hoạch quý")
    submit_plan(plan_id=draft.pk, by=federation["chuyenvien"], on=TODAY)
    with pytest.raises(Conflict, match="chờ duyệt"):
        stand_on(plan_id=draft.pk, basis_id=chain[0].pk, by=federation["chuyenvien"])


def test_a_paper_that_was_read_stands_on_the_first_that_it_cites(federation: Federation) -> None:
    directive = issued(made(federation, "CT", "Chỉ thị"), federation)
    assert directive.document
    directive.document.symbol = "06-CT/TU"
    directive.document.save()
    assert readings.draft(federation.province, federation["chuyenvien"]).stands_on == directive


def test_a_paper_is_drafted_from_the_one_that_it_carries_further(
    chain: list[Plan], federation: Federation, as_user: SignIn
) -> None:
    client = as_user("chuyenvien")
    assert "Soạn văn bản triển khai" in client.get(reverse("plans:plan", args=[chain[0].pk])).content.decode()
    address = f"{reverse('plans:new')}?can-cu={chain[0].pk}"
    assert "Nghị quyết Đại hội" in client.get(address).content.decode()
    client.post(address, {"unit": federation.province.pk, "kind": "ĐA", "subject": "Đề án cán bộ"})
    assert Plan.objects.get(subject="Đề án cán bộ").stands_on == chain[0]


def test_a_paper_with_many_tasks_says_how_many_more_there_are(
    chain: list[Plan], federation: Federation, as_user: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congdoan.plans.queries.tree.tasks.SHOWN", 1)
    page = as_user("chutich").get(reverse("plans:tree", args=[chain[2].pk])).content.decode()
    assert "<summary>2 nhiệm vụ</summary>" in page
    assert "Còn 1 việc" in page
