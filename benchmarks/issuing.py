"""How long issuing 25 tasks to 10,000 units takes against one INSERT ... SELECT of the same rows.

Run from the root: python -m benchmarks.issuing
"""

from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

from benchmarks.database import fresh_database

UNITS, TASKS, RUNS = 10_000, 25, 3
DAY = date(2023, 3, 15)
# The same rows as issuing makes, put back from copies into the same tables with the same indexes and constraints.
BARE = """
    with parts as (insert into plans_assignment select * from kept_parts)
    insert into worklist_workitem select * from kept_work
"""


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    fresh_database()
    from django.db import connection

    from congdoan.plans.services.lifecycle.issue import issue_plan

    def run(sql: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    unit_id, user = _federation()
    issuing, bare = [], []
    for _ in range(RUNS):
        plan_id = _approved_plan(unit_id, user)
        issuing.append(seconds(lambda plan_id=plan_id: issue_plan(plan_id=plan_id, by=user, on=DAY)))
        run("create table kept_parts as select * from plans_assignment")
        run("create table kept_work as select * from worklist_workitem where kind = 'plans.take'")
        _empty(run)
        bare.append(seconds(lambda: run(BARE)))
        _empty(run)
        run("drop table kept_parts, kept_work")
    theirs, ours = median(bare), median(issuing)
    work = f"issue {TASKS} tasks to {UNITS:,} units ({TASKS * UNITS:,} assignments with work items)"
    against = f"one INSERT ... SELECT of the same rows {theirs:.2f} s"
    print(f"| {work} | {against} | {ours:.2f} s | {ours / theirs:.2f}× | ≤ 2.5× |")


def _empty(run: Callable[[str], None]) -> None:
    run("truncate worklist_workitem, plans_assignment cascade")


def _federation() -> tuple[int, "object"]:
    from congdoan.organisation.models import Unit
    from tests.world import make_post, make_unit, make_user

    province = make_unit("LĐLĐ tỉnh", "province", symbol="LĐLĐ")
    district = make_unit("LĐLĐ huyện", "district", province)
    units = Unit.objects.bulk_create(
        Unit(
            short_name=f"CĐCS {n}",
            name=f"CĐCS {n}",
            kind="grassroots",
            parent=district,
            depth=2,
            path="",
            starts_on=DAY,
        )
        for n in range(UNITS)
    )
    for unit in units:
        unit.path = f"{district.path}{unit.pk}/"
    Unit.objects.bulk_update(units, ["path"], batch_size=2000)
    leader = make_user("chutich")
    make_post(leader, province, "unit_leader")
    return province.pk, leader


def _approved_plan(unit_id: int, user: "object") -> int:
    from congdoan.plans.models import PartyRole, Plan, PlanState, Task, TaskParty

    plan = Plan.objects.create(unit_id=unit_id, subject="Kế hoạch", state=PlanState.APPROVED, signer=user)
    tasks = Task.objects.bulk_create(
        Task(plan=plan, number=f"1.{n}", title=f"Việc {n}", text="Làm việc", order=n, due=DAY) for n in range(TASKS)
    )
    TaskParty.objects.bulk_create(TaskParty(task=task, role=PartyRole.LEAD, audience="grassroots") for task in tasks)
    return int(plan.pk)


if __name__ == "__main__":
    main()
