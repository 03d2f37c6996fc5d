"""Kinds of papers as data: what a resolution is called, how it is numbered, who may issue it, from which day."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from congdoan.core.errors import Invalid
from congdoan.plans.exports.paper import plan_paper
from congdoan.plans.models import Plan, PlanKind
from congdoan.plans.queries.kinds import direct_kinds, drafted_kinds, kind_of, kind_of_paper
from congdoan.plans.services.drafting.create import create_plan
from congdoan.plans.services.kinds.set_kind import KindFacts, set_kind
from congdoan.plans.services.review.header import edit_header
from congdoan.worklist.models import WorkItem
from tests.plans.drafts import TODAY, add_task, issued
from tests.world import Federation

SignIn = Callable[[str], Client]


def facts_of(code: str, **changes: object) -> KindFacts:
    kind = PlanKind.objects.get(code=code)
    names = KindFacts.__annotations__
    return KindFacts(**{**{name: getattr(kind, name) for name in names}, **changes})  # type: ignore[typeddict-item]


@pytest.fixture
def resolution(federation: Federation) -> Plan:
    plan = create_plan(
        unit=federation.province, subject="Nghị quyết Đại hội XI", by=federation["chuyenvien"], kind="NQ"
    )
    add_task(plan, "1", federation.organisation, date(2023, 6, 30))
    return plan


def test_a_resolution_is_numbered_named_and_printed_as_one(resolution: Plan, federation: Federation) -> None:
    plan = issued(resolution, federation)
    assert (str(plan), plan.noun) == ("Nghị quyết 1/NQ-LĐLĐ", "nghị quyết")
    paper = plan_paper(plan)
    assert (paper.type, paper.symbol, paper.signer.office[0]) == ("Nghị quyết", "1/NQ-LĐLĐ", "Ban Chấp hành")
    [item] = WorkItem.objects.filter(unit=federation.organisation, kind="plans.take")
    assert item.source == "Chủ trì · Nhiệm vụ 1, Nghị quyết 1/NQ-LĐLĐ"


def test_the_pages_and_the_list_say_the_kind(resolution: Plan, federation: Federation, as_user: SignIn) -> None:
    issued(resolution, federation)
    plan = create_plan(unit=federation.province, subject="Kế hoạch năm", by=federation["chuyenvien"])
    add_task(plan, "1", federation.finance, None)
    issued(plan, federation)
    client = as_user("chutich")
    page = client.get(reverse("plans:plan", args=[resolution.pk])).content.decode()
    assert "Nghị quyết số 1/NQ-LĐLĐ" in page and "Rút nghị quyết" in page
    found = client.get(reverse("plans:list"), {"loai": "NQ"}).content.decode()
    assert "Nghị quyết Đại hội XI" in found and "Kế hoạch năm" not in found


def test_a_unit_drafts_only_what_its_level_issues(federation: Federation) -> None:
    assert "CT" in [kind.code for kind in drafted_kinds(federation.province, on=TODAY)]
    with pytest.raises(Invalid, match="không ban hành chỉ thị"):
        kind_of("CT", on=TODAY, unit=federation.an_thuy)
    assert [kind.code for kind in direct_kinds(federation.province, on=TODAY)] == ["YK", "KL", "TBKL"]


def test_the_kind_that_the_reader_tells_is_the_kind_of_the_draft(federation: Federation) -> None:
    for type, code in (("NQ", "NQ"), ("TB", "TB"), ("CTr", "CTr"), ("NĐ", "KH"), ("khác", "KH")):
        assert kind_of_paper(type, federation.province, on=TODAY).code == code


def test_another_kind_changes_name_and_series_of_a_draft(resolution: Plan, federation: Federation) -> None:
    edit_header(plan_id=resolution.pk, by=federation["chuyenvien"], facts={"kind": "TBKL"}, seen={"kind": "NQ"})
    resolution.refresh_from_db()
    assert (resolution.kind_name, resolution.series, resolution.type) == ("Thông báo kết luận", "TB", "TB")


def test_a_kind_changes_from_a_day_on_and_issued_papers_keep_their_name(
    resolution: Plan, federation: Federation
) -> None:
    plan = issued(resolution, federation)
    set_kind(code="NQ", valid_from=date(2023, 3, 20), facts=facts_of("NQ", name="Nghị quyết chuyên đề"))
    assert kind_of("NQ", on=date(2023, 3, 19)).name == "Nghị quyết"
    assert kind_of("NQ", on=date(2023, 3, 20)).name == "Nghị quyết chuyên đề"
    assert Plan.objects.get(pk=plan.pk).kind_name == "Nghị quyết"


def test_kinds_that_do_not_fit_together_are_refused_at_the_field(federation: Federation) -> None:
    for changes, field in (
        ({"symbol": ""}, "symbol"),
        ({"symbol": "N Q"}, "symbol"),
        ({"reviews_at_end": False}, "reviews_at_end"),
    ):
        with pytest.raises(Invalid) as refused:
            set_kind(code="NQ", valid_from=TODAY, facts=facts_of("NQ", **changes))
        assert refused.value.field == field


def test_the_administrator_adds_a_kind_which_clerks_then_draft(federation: Federation, as_user: SignIn) -> None:
    client = as_user("admin")
    assert "Nghị quyết" in client.get(reverse("kinds:list")).content.decode()
    sent = {
        "valid_from": "15/03/2023",
        "name": "Chương trình hành động",
        "short_name": "CTHĐ",
        "symbol": "CTHĐ",
        "type": "CTr",
        "term_years": "5",
        "order": "35",
        "source": "Quy chế làm việc",
    }
    wrong = client.post(reverse("kinds:add"), {**sent, "symbol": "CT HĐ"})
    assert wrong.status_code == 422 and 'value="Chương trình hành động"' in wrong.content.decode()
    assert client.post(reverse("kinds:add"), sent).status_code == 302
    assert "CTHĐ" in [kind.code for kind in drafted_kinds(federation.province, on=TODAY)]
    assert "Chương trình hành động" in as_user("chuyenvien").get(reverse("plans:new")).content.decode()


def test_only_the_administrator_opens_the_kinds(as_user: SignIn) -> None:
    assert as_user("chutich").get(reverse("kinds:list")).status_code == 403
