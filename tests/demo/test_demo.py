"""The demo federation is built once for all tests of this file, and given up at its end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client, TestCase
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.files.paths import path_of
from congdoan.core.files.store import open_stored
from congdoan.core.models import Blob, Rule
from congdoan.core.verify.run import verify
from congdoan.demo.build import build
from congdoan.demo.mark import is_demo
from congdoan.demo.password import demo_password
from congdoan.organisation.models import Post, Unit, UnitKind
from congdoan.organisation.roles import Role
from congdoan.oversight.models import Inspection, Programme, ProgrammeState, RemedyState
from congdoan.oversight.queries.risk import RiskList
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    Doubt,
    Obstacle,
    ObstacleState,
    Plan,
    PlanKind,
    PlanState,
    ProgressReport,
    ReportState,
)
from congdoan.plans.queries.tree.tree import tree_of
from congdoan.plans.queries.work.conditions import late
from congdoan.reporting.models import ReportRequest
from congdoan.reporting.queries.compose import combined
from congdoan.reporting.queries.report_page import filled
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.waiting import listed
from congdoan.worklist.models import WorkItem

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]
ACCOUNTS = {
    "vanthu": ("Văn phòng", Role.CLERK),
    "chuyenvien": ("Ban Tổ chức", Role.SPECIALIST),
    "truongban": ("Ban Tổ chức", Role.DEPARTMENT_HEAD),
    "chanhvp": ("Văn phòng", Role.DEPARTMENT_HEAD),
    "chutich": ("LĐLĐ tỉnh Bến Tre", Role.UNIT_LEADER),
    "ubkt": ("Ủy ban kiểm tra", Role.INSPECTOR),
    "batri": ("LĐLĐ huyện Ba Tri", Role.UNIT_LEADER),
    "coso": ("CĐCS xã An Thủy", Role.GRASSROOTS_OFFICER),
    "admin": ("LĐLĐ tỉnh Bến Tre", Role.SYSTEM_ADMINISTRATOR),
}


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def plan() -> Plan:
    return Plan.objects.get(symbol="34/KH-LĐLĐ")


def test_today_is_the_demos_day() -> None:
    assert clock.today() == date(2023, 3, 15)
    assert is_demo()


@pytest.mark.parametrize("username", ACCOUNTS)
def test_an_account_has_its_post_and_the_demos_password(username: str) -> None:
    unit, role = ACCOUNTS[username]
    user = User.objects.get(username=username)
    assert Post.objects.filter(user=user, unit__short_name=unit, role=role).exists()
    assert user.check_password(demo_password())


def test_the_federation_has_its_districts_sector_unions_and_grassroots_unions() -> None:
    kinds = Counter(Unit.objects.existing(clock.today()).values_list("kind", flat=True))
    assert (kinds[UnitKind.DISTRICT], kinds[UnitKind.SECTOR_LOCAL], kinds[UnitKind.INSPECTION]) == (9, 4, 10)
    assert 110 <= kinds[UnitKind.GRASSROOTS] + kinds[UnitKind.CRAFT_UNION] <= 135
    assert set(Post.objects.values_list("role", flat=True)) == set(Role.values)


def test_the_tree_of_a_past_day_differs() -> None:
    ba_tri = Unit.objects.get(short_name="LĐLĐ huyện Ba Tri")
    assert Unit.objects.under(ba_tri).existing(date(2016, 12, 31)).filter(short_name__contains="Muối").exists()
    assert not Unit.objects.under(ba_tri).existing(clock.today()).filter(short_name__contains="Muối").exists()


def test_the_sample_plan_was_read_and_issued(plan: Plan) -> None:
    assert (plan.state, plan.number, plan.issued_on) == (PlanState.RUNNING, 34, date(2022, 9, 12))
    assert plan.signer and plan.signer.username == "chutich"
    assert plan.coordinator and plan.coordinator.short_name == "Văn phòng"
    assert plan.tasks.count() == 25
    assert not plan.tasks.filter(due=None).exists()
    assert not Doubt.objects.filter(plan=plan, resolved_at=None).exists()


def test_everything_that_must_hold_holds() -> None:
    assert not [(result.name, result.places) for result in verify(quick=True) if not result.holds]


def test_each_step_has_its_own_day_and_person(plan: Plan) -> None:
    steps = [(step.on.day, step.by.username) for step in plan.steps.select_related("by") if step.by]
    assert steps == [(7, "chuyenvien"), (9, "chuyenvien"), (12, "chutich"), (12, "vanthu"), (12, "vanthu")]
    assert history_of(plan)


def test_the_work_stands_in_every_state_and_three_parts_are_late(plan: Plan) -> None:
    states = set(Assignment.objects.filter(plan=plan).values_list("state", flat=True))
    wanted = ("NEW", "DOING", "TO_CONFIRM", "TO_ACCEPT", "DONE")
    assert states == {AssignmentState[name] for name in wanted}
    found = Assignment.objects.filter(late(clock.today()), plan=plan).values_list("unit__short_name", flat=True)
    assert set(found) == {"Văn phòng", "LĐLĐ huyện Mỏ Cày Bắc", "CĐ các Khu công nghiệp"}


def test_ba_tri_has_put_18_of_24_procedures_in_order(plan: Plan) -> None:
    part = Assignment.objects.get(plan=plan, task__number="III.2.c", unit__short_name="LĐLĐ huyện Ba Tri")
    assert [(target.reached, target.total) for target in part.targets.all()] == [(18, 24), (9, 24)]
    names = {file.name for report in part.reports.all() for file in report.files.all()}
    assert names == {"Danh mục 11 thủ tục.xlsx", "Danh mục 18 thủ tục.xlsx", "Biên bản rà soát 09-03.pdf"}


def test_evidence_is_real_files(plan: Plan) -> None:
    reports = ProgressReport.objects.filter(assignment__plan=plan, state=ReportState.ACCEPTED)
    file = reports[0].files.get()
    with open_stored(file) as content:
        assert content.read(2) in (b"PK", b"%P")


def test_three_difficulties_one_answered_one_open_one_before_the_committee() -> None:
    with_tasks = Obstacle.objects.exclude(assignment=None)
    assert sorted(with_tasks.values_list("state", flat=True)) == sorted(
        (ObstacleState.ANSWERED, ObstacleState.OPEN, ObstacleState.ESCALATED)
    )


def test_two_difficulties_are_raised_alone_one_about_the_plan_and_one_in_general(plan: Plan) -> None:
    alone = Obstacle.objects.filter(assignment=None).order_by("raised_on")
    assert [(str(one.unit), one.plan, one.state) for one in alone] == [
        ("CĐCS xã An Thủy", None, ObstacleState.ANSWERED),
        ("LĐLĐ huyện Giồng Trôm", plan, ObstacleState.OPEN),
    ]
    report = ReportRequest.objects.latest("ends_on").reports.get(unit__short_name="LĐLĐ huyện Ba Tri")
    told = next(field for field in filled(report).fields if field.item.source == "plans.difficulties")
    assert "CĐCS xã An Thủy:" in told.text, "what a grassroots union asked stands in its district's report"


def test_two_tasks_are_done_after_others_and_one_waits(plan: Plan) -> None:
    order = dict(plan.tasks.exclude(after=None).values_list("number", "after__number"))
    assert order == {"2.3.c": "2.3.a", "2.5.c": "2.5.b"}
    waiting, count = listed(Steered.of(User.objects.get(username="chutich")))
    assert count > 0
    assert "chờ mục 2.5.b" in " ".join(one.basis for one in waiting)


def test_the_plan_stands_on_a_programme_and_that_on_the_resolution_of_the_congress(plan: Plan) -> None:
    programme = plan.stands_on
    assert programme and str(programme) == "Chương trình 3/CTr-LĐLĐ"
    assert str(programme.stands_on) == "Nghị quyết 5/NQ-LĐLĐ"
    [top] = tree_of([plan.pk], User.objects.get(username="chutich"), on=clock.today())
    names = [str(top.plan), str(top.under[0].plan), str(top.under[0].under[0].plan)]
    assert names == ["Nghị quyết 5/NQ-LĐLĐ", "Chương trình 3/CTr-LĐLĐ", "Kế hoạch 34/KH-LĐLĐ"]
    assert [node.plan.unit.short_name for node in top.under[0].under[0].under] == ["LĐLĐ huyện Ba Tri"]


def test_a_second_plan_waits_in_review_with_doubts() -> None:
    second = Plan.objects.get(state=PlanState.IN_REVIEW)
    assert "Tháng Công nhân" in second.subject
    assert Doubt.objects.filter(plan=second, resolved_at=None).count() >= 3
    review = WorkItem.objects.get(kind="plans.review", state=WorkItem.State.OPEN)
    assert review.object_id == second.pk


def test_a_grassroots_officer_has_work() -> None:
    unit = Unit.objects.get(short_name="CĐCS xã An Thủy")
    assert WorkItem.objects.filter(unit=unit, state=WorkItem.State.OPEN).count() == 3


@pytest.mark.parametrize("username", ACCOUNTS)
def test_everybody_can_open_the_first_page(username: str) -> None:
    client = Client()
    client.force_login(User.objects.get(username=username))
    assert client.get("/").status_code == 200


def test_the_follow_up_page_of_the_plan_opens(plan: Plan) -> None:
    client = Client()
    client.force_login(User.objects.get(username="chanhvp"))
    assert client.get(reverse("plans:follow-up", args=[plan.pk])).status_code == 200


def test_nine_tenths_of_a_districts_quarterly_report_fill_themselves_and_the_check_of_totals_holds() -> None:
    request = ReportRequest.objects.get(name="Quý I/2023")
    shown = filled(request.reports.get(unit__short_name="LĐLĐ huyện Ba Tri"))
    done, fields = shown.by_itself
    assert done / fields >= 0.9
    assert [field.item.label for field in shown.problems] == ["Cán bộ công đoàn được tập huấn về cải cách hành chính"]
    assert next(field for field in shown.fields if field.item.kind == "check").holds is True
    trained = next(one for one in combined(request) if one.item.unit_text == "người")
    assert trained.figure == 518
    assert trained.before == 462
    assert [outlier.unit for outlier in trained.outliers] == ["LĐLĐ huyện Giồng Trôm"]


def test_one_inspection_is_over_one_waits_for_the_unit_and_the_next_programme_has_suggestions() -> None:
    over, waiting = (Inspection.objects.get(unit__short_name__endswith=name) for name in ("Giồng Trôm", "Mỏ Cày Bắc"))
    assert (over.state, over.symbol) == ("closed", "1/KL-UBKT")
    assert {remedy.state for remedy in over.remedies.all()} == {RemedyState.KEPT}
    assert waiting.state == "explaining"
    following = Programme.objects.get(state=ProgrammeState.DRAFT)
    assert RiskList(following)[0].signs.score > 0


def test_it_is_loaded_once_only() -> None:
    with pytest.raises(CommandError, match="còn trống"):
        call_command("demo")
    assert Plan.objects.count() == 5


def test_nothing_goes_without_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda question: "không")
    with pytest.raises(CommandError, match="Chưa xóa gì"):
        call_command("demo", "--remove")
    assert Unit.objects.exists()


def test_taken_away_it_leaves_an_empty_installation(capsys: pytest.CaptureFixture[str]) -> None:
    digests = list(Blob.objects.values_list("pk", flat=True))
    with transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            call_command("demo", "--remove", "--yes")
        assert not any(model.objects.exists() for model in (Unit, User, Plan, WorkItem, Blob))
        assert Rule.objects.exists() and PlanKind.objects.exists()
        assert not clock.is_moved()
        assert not is_demo()
        with pytest.raises(CommandError, match="không bắt đầu bằng liên đoàn mẫu"):
            call_command("demo", "--remove", "--yes")
        transaction.set_rollback(True)
    assert not any(default_storage.exists(path_of(digest)) for digest in digests)
    assert not (settings.DATA / "demo-password").exists()
    assert "5 văn bản giao việc" in capsys.readouterr().out
