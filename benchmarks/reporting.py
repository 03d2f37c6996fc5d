"""Opens a quarter's report for 10,000 units, filled, against one INSERT ... SELECT of the same rows; composes the
superior's report from all of them against reading the same rows.

Each unit has work: the sources count and gather what 5 tasks of it say. Run from the root:
python -m benchmarks.reporting [units]
"""

import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

from benchmarks.database import fresh_database
from benchmarks.desk import run

TASKS, TIMES = 5, 3
STARTS, ENDS, DUE = date(2022, 12, 15), date(2023, 3, 14), date(2023, 3, 17)
FIGURES = ("plans.given", "plans.done", "plans.on_time", "plans.going", "plans.overdue", "plans.reports")
TEXTS = ("plans.results", "plans.difficulties", "plans.coming")
REPORT = "id, request_id, unit_id, state, version"
VALUES = "report_id, item_id, version, figure, source_figure, text, source_text, rows, is_own, note"
WORK = (
    "kind, object_id, title, source, unit_id, action, user_id, given_by_unit_id, due, urgent, state, opened_on,"
    " created_at"
)
READ = """
    select value.item_id, value.figure, value.text from reporting_report report
      join reporting_reportvalue value on value.report_id = report.id and value.version = report.sent_version
     where report.request_id = %s
"""


def main(units: int) -> None:
    fresh_database()
    from congdoan.core import clock

    clock.set_today(date(2023, 3, 15))
    form_id, user = _world(units)
    opened = [_opened(form_id, user, number) for number in range(TIMES)]
    request, rows = opened[-1][1], opened[-1][2]
    copied = [_copied(request) for _ in range(TIMES)]
    product, bare = median(one[0] for one in opened), median(copied)
    work = f"open a quarter's report for {units:,} units ({rows:,} values, filled, with work items)"
    print(f"| {work} | one INSERT … SELECT each {bare:.2f} s | {product:.2f} s | {product / bare:.1f}× | ≤ 4× |")
    run("update reporting_report set state = 'sent', sent_version = 1, sent_on = '2023-03-15', sent_at = now()")
    run("analyze reporting_report, reporting_reportvalue")
    read, made = _composed(request)
    work = f"compose the report of {units:,} units"
    print(f"| {work} | reading the same rows {read:.2f} s | {made:.2f} s | {made / read:.1f}× | ≤ 3× |")


def _opened(form_id: int, user: object, number: int) -> "tuple[float, int, int]":
    """Seconds, the id of the request, how many values; each time another period of the same data."""
    from congdoan.reporting.models import ReportValue
    from congdoan.reporting.services.ask import ask_for_report

    began = perf_counter()
    asked = ask_for_report(
        form_id=form_id,
        by=user,  # type: ignore[arg-type]
        name=f"Quý I/2023 ({number})",
        starts_on=STARTS.replace(day=15 + number),
        ends_on=ENDS,
        due=DUE,
    )
    return perf_counter() - began, asked.pk, ReportValue.objects.filter(report__request=asked).count()


def _copied(request: int) -> float:
    """Seconds of the same rows by one statement for each table, with the checks of a commit, taken back."""
    from django.db import transaction

    with transaction.atomic():
        run(
            "create temporary table old_values on commit drop as select value.* from reporting_reportvalue value"
            " join reporting_report report on report.id = value.report_id where report.request_id = %s",
            request,
        )
        run(
            f"create temporary table old_work on commit drop as select {WORK} from worklist_workitem"
            " where object_id in (select id from reporting_report where request_id = %s)",
            request,
        )
        run(
            "create temporary table old_reports on commit drop as select * from reporting_report where request_id = %s",
            request,
        )
        run("delete from reporting_reportvalue where report_id in (select id from old_reports)")
        run("delete from reporting_report where id in (select id from old_reports)")
        began = perf_counter()
        run(f"insert into reporting_report ({REPORT}) select {REPORT} from old_reports")
        run(f"insert into worklist_workitem ({WORK}) select * from old_work")
        run(f"insert into reporting_reportvalue ({VALUES}) select {VALUES} from old_values")
        run("set constraints all immediate")  # as the product's rows are checked when they are committed
        taken = perf_counter() - began
        transaction.set_rollback(True)
    return taken


def _composed(request: int) -> "tuple[float, float]":
    """Seconds to read all sent values, and to make the superior's figures and take the words of every unit."""
    from django.db import connection

    from congdoan.reporting.models import FormItem, ReportRequest
    from congdoan.reporting.queries.compose import combined, not_sent, standing
    from congdoan.reporting.queries.item_page import values_of

    asked = ReportRequest.objects.select_related("form", "follows", "unit").get(pk=request)

    def read() -> None:
        with connection.cursor() as cursor:
            cursor.execute(READ, [request])
            cursor.fetchall()

    def made() -> None:
        combined(asked)
        standing(asked)
        not_sent(asked)
        for item in FormItem.objects.filter(form=asked.form, kind="text"):
            list(values_of(asked, item).values_list("report__unit__short_name", "text"))

    return _seconds(read), _seconds(made)


def _seconds(work: Callable[[], None]) -> float:
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return median(taken)


def _world(units: int) -> "tuple[int, object]":
    from congdoan.accounts.models import User
    from congdoan.plans.models import Plan
    from congdoan.reporting.services.forms import create_form, take_into_use
    from congdoan.reporting.services.items import ItemFacts, add_item
    from tests.plans.factories import give_at_once, make_task, make_units_at_once
    from tests.world import make_post, make_unit, make_user

    province = make_unit("LĐLĐ tỉnh", "province", symbol="LĐLĐ")
    leader = make_user("chutich")
    make_post(leader, province, "unit_leader")  # type: ignore[arg-type]
    ids = make_units_at_once(province, units)
    plan = Plan.objects.create(unit=province, subject="Kế hoạch", state="running", issued_on=date(2022, 9, 12))
    numbers = range(1, TASKS + 1)
    tasks = [make_task(plan, str(number), f"Việc {number}", due=date(2023, 3, number * 5)) for number in numbers]
    give_at_once(tasks, ids, states=["doing"])
    run(
        'insert into plans_progressreport (assignment_id, text, finishes, state, by_id, "on", created_at,'
        " decision_note)"
        " select id, 'Đã làm việc số ' || id, false, 'noted', %s, '2023-02-01', now(), '' from plans_assignment",
        leader.pk,
    )
    run("analyze")
    by = User.objects.get(pk=leader.pk)
    form = create_form(unit=province, by=by, name="Báo cáo quý", every="quarterly", filled_by="grassroots", due_days=3)
    section = form.sections.all()[0].pk
    for kind, sources in (("figure", FIGURES), ("text", TEXTS)):
        for source in sources:
            facts = ItemFacts(label=source, source=source)
            add_item(form_id=form.pk, section_id=section, by=by, kind=kind, facts=facts)
    take_into_use(form_id=form.pk, by=by)
    return form.pk, by


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
