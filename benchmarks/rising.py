"""One progress report at the fifth level until every figure above shows it, among 1,000,000 local tasks.

The report is sent by the product's own service; then the pages above that show it are opened: the part at each level,
the province's task and the follow-up of its plan; the uppermost part must show the new sum. The writer is measured
against one whose unit has nothing above it, by turns.

Run from the root: python -m benchmarks.rising [units]
"""

import re
import sys
from collections.abc import Callable
from decimal import Decimal
from statistics import median, quantiles
from time import perf_counter

from benchmarks.database import fresh_database
from benchmarks.desk import run, serving
from benchmarks.rollup import MANY, TASKS, fill

DEEPEST, ALONE, REPORTS, LIMIT_S = 500_001, 900_001, 40, 2.0
SUM = re.compile(r"bên dưới cộng lại ([\d.]+)")
BY_ITSELF = (
    f"""
    insert into organisation_unit (id, name, short_name, kind, parent_link, depth, starts_on, path, symbol, place, code,
        address, phone, email, rank, sort_key, folded, words)
    values ({ALONE}, 'CĐCS riêng', 'CĐCS riêng', 'grassroots', 'direct', 0, '2018-01-01', '/{ALONE}/', 'CĐ', '', '', '',
        '', '', 100, '9', '9', '9')
    """,
    f"""
    insert into plans_plan (id, unit_id, type, subject, state, symbol, issued_on, until, signer_title, version,
        revision, created_at, updated_at, folded)
    values ({ALONE}, {ALONE}, 'KH', 'Kế hoạch riêng', 'running', '1/KH', '2022-09-12', '2025-12-31', '', 1, 1, now(),
        now(), '')
    """,
    f"""
    insert into plans_task (id, plan_id, "order", number, title, text, due_text, due, due_from_plan, recurrence,
        product, competence, revision, folded, roll_up)
    values ({ALONE}01, {ALONE}, 1, 'II.1', 'Hệ thống hóa thủ tục', 'Hệ thống hóa thủ tục.', '', '2023-03-15', false, '',
        '', '', 1, '', 'all')
    """,
    f"""
    insert into plans_assignment (plan_id, task_id, unit_id, role, state, due, given_on, taken_on, last_report_on,
        open_obstacles)
    values ({ALONE}, {ALONE}01, {ALONE}, 'lead', 'doing', '2023-03-15', '2022-09-12', '2022-10-01', '2023-03-01', 0)
    """,
    f"""
    insert into plans_assignmenttarget (assignment_id, name, unit_text, total, reached, "order")
    select id, 'Thủ tục', 'thủ tục', 10, 1, 0 from plans_assignment where unit_id = {ALONE}
    """,
)


class Writer:
    """Who reports at a unit on its first task, ten and nine by turns."""

    def __init__(self, unit_id: int) -> None:
        from congdoan.organisation.models import Unit
        from congdoan.plans.models import Assignment
        from tests.world import make_post, make_user

        self.user = make_user(f"writer{unit_id}")
        make_post(self.user, Unit.objects.get(pk=unit_id), "unit_leader")
        self.part = Assignment.objects.get(unit_id=unit_id, plan_id=unit_id, task__order=1)
        self.target = self.part.targets.get()
        self.times: list[float] = []

    def report(self) -> float:
        from congdoan.accounts.models import User
        from congdoan.plans.services.work.report import report_progress

        by = User.objects.get(pk=self.user.pk)
        figures = {self.target.pk: Decimal(10 - len(self.times) % 2)}
        begun = perf_counter()
        report_progress(assignment_id=self.part.pk, by=by, text="Đã làm", figures=figures, sure=True)
        self.times.append(perf_counter() - begun)
        return self.times[-1]


def pages_above() -> Callable[[], str]:
    """Opens every page above that shows the figure; the last is the uppermost part, whose words it gives."""
    from django.test import Client

    from congdoan.plans.models import Assignment
    from tests.world import make_user

    client = Client(SERVER_NAME="localhost")
    client.force_login(make_user("leader"))
    run(
        "insert into organisation_post (user_id, unit_id, role, title, duty, starts_on, decision, rank, created_at) "
        "select id, 1, 'unit_leader', 'Chủ tịch', '', '2018-01-01', '', 50, now() from accounts_user "
        "where username = 'leader'"
    )
    above = Assignment.objects.filter(task__order=1, unit_id__in=[n * 100_000 + 1 for n in (4, 3, 2)])
    parts = [f"/ke-hoach/nhiem-vu/{pk}/" for pk in above.order_by("-unit_id").values_list("pk", flat=True)]
    addresses = ["/ke-hoach/1/theo-doi/", "/ke-hoach/1/nhiem-vu/101/", *parts]

    def opened() -> str:
        words = ""
        for address in addresses:
            response = client.get(address)
            assert response.status_code == 200, (address, response.status_code)
            words = response.content.decode()
        return words

    return opened


def shown_sum(words: str) -> str:
    found = SUM.search(re.sub(r"<[^>]+>|\s+", " ", words))
    assert found, "no sum on the page"
    return found[1]


def main(units: int) -> None:
    fresh_database()
    from congdoan.plans.services.work.summarise import summarise

    with serving():
        fill(units)
        for statement in BY_ITSELF:
            run(statement)
        run("update plans_assignment set state = 'doing' where unit_id = any(%s)", [DEEPEST, 400_001, 300_001, 200_001])
        summarise(1)  # as the worker did before
        look = pages_above()
        deep, alone = Writer(DEEPEST), Writer(ALONE)
        until_shown, before = [], shown_sum(look())
        for turn in range(REPORTS + 4):
            alone.report()
            begun = perf_counter()
            deep.report()
            now = shown_sum(look())
            taken = perf_counter() - begun
            assert now != before, "the figure did not rise"
            before = now
            if turn >= 4:
                until_shown.append(taken)
    among = f"five levels, {4 * TASKS * units:,} local tasks"
    slowest = quantiles(until_shown, n=20)[18]
    ours, bare = (median(writer.times[4:]) * 1000 for writer in (deep, alone))
    share = f"{slowest / LIMIT_S:.2f}× | ≤ 1×"
    print(f"| one report until every figure above shows it, {among} | {LIMIT_S:g} s | p95 {slowest:.2f} s | {share} |")
    print(
        f"| its writer, {among} | the same report with nothing above {bare:.0f} ms | {ours:.0f} ms | "
        f"{ours / bare:.2f}× | ≤ 1.5× |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
