"""A province for 500 people at once: districts, grassroots unions, running plans, papers, and who is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

DISTRICTS, GRASSROOTS, DEPARTMENTS = 120, 600, 6
PLANS, TASKS, PAPERS = 12, 25, 2000
DAY = date(2023, 3, 15)
TAKEN = """
    update plans_assignment set state = 'doing', taken_on = '2023-03-02' where state = 'new'
"""
TO_REPORT = "update worklist_workitem set kind = 'plans.report', action = 'tasks.report' where kind = 'plans.take'"
WORDS = ("thăm hỏi", "an toàn", "đoàn viên", "thủ tục", "nữ công", "tập huấn", "Đơn vị 7", "pháp luật")


@dataclass
class Person:
    """Somebody at the computer: who they are to the server, and what they look at."""

    cookies: dict[str, str]
    unit_id: int
    leads: bool
    plans: list[int]
    assignments: list[int] = field(default_factory=list)
    token: str = ""


def build(people: int) -> list[Person]:
    """The province with its running work, and `people` who are signed in."""
    from django.conf import settings

    from congdoan.core import clock

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody here signs in by password
    clock.set_today(DAY)
    province, leader = _province()
    units = _units(province)
    plans = [_issue(province, leader, n) for n in range(PLANS)]
    _take_everything()
    _papers(province, units)
    return _sign_in(people, province, units, plans)


def _province() -> tuple["object", "object"]:
    from tests.world import make_post, make_unit, make_user

    top = make_unit("Tổng Liên đoàn", "confederation", symbol="TLĐ")
    province = make_unit("LĐLĐ tỉnh", "province", top, symbol="LĐLĐ", place="Bến Tre")
    for n in range(DEPARTMENTS):
        make_unit(f"Ban {n}", "department", province)
    leader = make_user("leader", "Nguyễn Văn An")
    make_post(leader, province, "unit_leader")
    return province, leader


def _units(province: "object") -> list["object"]:
    from congdoan.organisation.models import Unit

    districts = _below("district", "LĐLĐ huyện", [province], DISTRICTS)
    grassroots = _below("grassroots", "CĐCS Đơn vị", districts, GRASSROOTS)
    return [*Unit.objects.filter(kind="department"), *districts, *grassroots]


def _below(kind: str, name: str, parents: list["object"], count: int) -> list["object"]:
    from congdoan.organisation.models import Unit

    made = Unit.objects.bulk_create(
        Unit(
            name=f"{name} {n}",
            short_name=f"{name} {n}",
            kind=kind,
            parent=parent,
            depth=parent.depth + 1,  # type: ignore[attr-defined]
            path="",
            symbol="LĐLĐ",
            starts_on=date(2018, 1, 1),
        )
        for n, parent in enumerate(islice(cycle(parents), count))
    )
    for unit in made:
        unit.path = f"{unit.parent.path}{unit.pk}/"
    Unit.objects.bulk_update(made, ["path"])
    return made


def _issue(province: "object", leader: "object", n: int) -> int:
    """Plan `n`, for districts or for grassroots unions by turns."""
    from congdoan.plans.models import PartyRole, Plan, PlanState, Task, TaskParty
    from congdoan.plans.services.lifecycle.issue import issue_plan

    subject = f"Kế hoạch {WORDS[n % len(WORDS)]} năm 2023"
    plan = Plan.objects.create(unit=province, subject=subject, state=PlanState.APPROVED, signer=leader)  # type: ignore[misc]
    tasks = Task.objects.bulk_create(
        Task(
            plan=plan,
            number=f"II.{k}",
            title=f"Tổ chức {WORDS[k % len(WORDS)]} tại đơn vị, việc số {k}",
            text="Tổ chức thực hiện và báo cáo kết quả. " * 8,
            order=k,
            due=date(2023, 2 + k % 9, 1 + k),
        )
        for k in range(TASKS if n % 4 else TASKS // 5)
    )
    audience = "grassroots" if n % 4 == 0 else "district"
    TaskParty.objects.bulk_create(TaskParty(task=task, role=PartyRole.LEAD, audience=audience) for task in tasks)
    _run("analyze")  # as the server does by itself within a minute
    issue_plan(plan_id=plan.pk, by=leader, on=date(2023, 3, 1))  # type: ignore[arg-type]
    return int(plan.pk)


def _take_everything() -> None:
    """Every unit has begun with all its tasks. Without history: only the pages that people look at matter here."""
    _run("set session_replication_role = replica")
    _run(TAKEN)
    _run(TO_REPORT)
    _run("set session_replication_role = default")
    _run("vacuum analyze")


def _run(statement: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)


def _papers(province: "object", units: list["object"]) -> None:
    from congdoan.documents.models import Document

    for n in range(PAPERS):
        Document.objects.create(
            unit=province if n % 3 else units[n % len(units)],  # type: ignore[misc]
            subject=f"Về việc {WORDS[n % len(WORDS)]} đợt {n}",
            symbol=f"{n}/CV-LĐLĐ",
            issued_on=date(2023, 1, 1 + n % 28),
        )


def _sign_in(people: int, province: "object", units: list["object"], plans: list[int]) -> list[Person]:
    from django.conf import settings
    from django.test import Client

    from congdoan.plans.models import Assignment
    from tests.world import make_post, make_user

    given: dict[int, list[int]] = {}
    for unit_id, pk in Assignment.objects.filter(plan__in=plans).values_list("unit_id", "pk"):
        given.setdefault(unit_id, []).append(pk)
    found = []
    for n, unit in enumerate(_places(people, province, units)):
        user = make_user(f"nguoi{n}", f"Nguyễn Thị Số {n}")
        make_post(user, unit, _role(unit))
        client = Client(SERVER_NAME="localhost")
        client.force_login(user)
        _begin_session(client.session, n)
        cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
        leads = unit.kind in ("province", "department")  # type: ignore[attr-defined]
        found.append(Person(cookies, unit.pk, leads, plans, given.get(unit.pk, [])))  # type: ignore[attr-defined]
    return found


def _begin_session(session: "SessionBase", n: int) -> None:
    """As signing in leaves it, up to some minutes ago: what is noted down by the minute is not due for all together."""
    from congdoan.accounts.session_rules import BEGAN, NOTED_EVERY, SEEN

    session[BEGAN] = session[SEEN] = int(time()) - n % NOTED_EVERY
    session.save()


def _role(unit: "object") -> str:
    kind = unit.kind  # type: ignore[attr-defined]
    return {"department": "department_head", "grassroots": "grassroots_officer"}.get(kind, "unit_leader")


def _places(people: int, province: "object", units: list["object"]) -> Iterator["object"]:
    """Of ten people one works at the province, four in districts, five at grassroots unions."""
    by_kind = {
        kind: cycle([unit for unit in units if unit.kind == kind])  # type: ignore[attr-defined]
        for kind in ("department", "district", "grassroots")
    }
    for n in range(people):
        place = n % 10
        if n % 50 == 0:
            yield province
        else:
            yield next(by_kind["department" if place == 0 else "district" if place < 5 else "grassroots"])
