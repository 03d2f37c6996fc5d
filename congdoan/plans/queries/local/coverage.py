"""Which units carry out a superior's task by a plan of their own, by which, and which do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Value, When

from congdoan.organisation.models import INSIDE
from congdoan.plans.models import Assignment, Plan, Task
from congdoan.plans.models.plan import BEFORE_ISSUE, IN_FORCE
from congdoan.plans.queries.local.parts import with_parts

STATES: Final = {
    "co": "Đã có kế hoạch",
    "soan": "Đang soạn kế hoạch",
    "chua": "Chưa có kế hoạch",
    "trung": "Có trong hai kế hoạch",
}
_ACTIVE: Final = (*IN_FORCE, *BEFORE_ISSUE)
# Inner joins that the planner may take in any order: of 10,000 units each task has as many local tasks.
_BY_TASK: Final = """
    select task, count(*) filter (where in_force), count(*) filter (where not in_force),
           count(*) filter (where "first" <> "last")
      from (select given.task_id as task, bool_or(own.state = any(%s)) as in_force,
                   min(own.id) as "first", max(own.id) as "last"
              from ({given}) given
              join plans_task local on local.carries_out_id = given.task_id and local.withdrawn_on is null
              join plans_plan own on own.id = local.plan_id and own.unit_id = given.unit_id and own.state = any(%s)
             group by given.task_id, given.unit_id) by_unit
     group by task
"""


def expecting(plan: Plan) -> Q:
    """The assignments that a unit may carry out by its own plan: not those of the plan's organ and of departments."""
    return ~Q(unit__kind__in=INSIDE) & ~Q(unit=plan.unit_id)


def may_plan(assignment: Assignment, plan: Plan) -> bool:
    """As `expecting`, for a row with its unit."""
    return assignment.unit.kind not in INSIDE and assignment.unit_id != plan.unit_id


def in_coverage(state: str, plan: Plan) -> Q:
    """The condition on assignments for a key of STATES; none for another."""
    own = Task.objects.filter(carries_out=OuterRef("task"), plan__unit=OuterRef("unit"), withdrawn_on=None)
    drafts = Exists(own.filter(plan__state__in=BEFORE_ISSUE))
    in_force = Exists(own.filter(plan__state__in=IN_FORCE))
    plans = own.filter(plan__state__in=_ACTIVE).values("plan__unit").annotate(plans=Count("plan", distinct=True))
    conditions = {
        "co": Q(in_force),
        "soan": Q(drafts) & ~Q(in_force),
        "chua": ~Q(drafts) & ~Q(in_force),
        "trung": Q(Exists(plans.filter(plans__gt=1))),
    }
    return expecting(plan) & conditions[state] if state in conditions else Q()


def with_own_state(assignments: QuerySet[Assignment], plan: Plan) -> "QuerySet[Any]":
    """Each with `own_state`: a key of STATES, or nothing where no plan of its own is expected."""
    order = ("trung", "co", "soan", "chua")
    cases = (When(in_coverage(state, plan), then=Value(state)) for state in order)
    return assignments.annotate(own_state=Case(*cases, default=Value(""), output_field=CharField()))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many units a task was given to that may plan for it; with a plan in force, with a draft alone, with two."""

    units: int = 0
    in_force: int = 0
    drafting: int = 0
    twice: int = 0

    @property
    def without(self) -> int:
        return self.units - self.in_force - self.drafting

    @property
    def parts(self) -> list[tuple[str, str, int]]:
        """Key of STATES, words, number; nothing that is none."""
        numbers = {"co": self.in_force, "soan": self.drafting, "chua": self.without, "trung": self.twice}
        return [(key, STATES[key].lower(), number) for key, number in numbers.items() if number]


def coverage_by_task(assignments: QuerySet[Assignment], plan: Plan) -> dict[int, Coverage]:
    """By task id, of these assignments of the plan; two queries whatever their number."""
    expected = assignments.filter(expecting(plan)).order_by()
    units = dict(expected.values_list("task").annotate(units=Count("pk")))
    covered = _covered(expected)
    return {task: Coverage(count, *covered.get(task, (0, 0, 0))) for task, count in units.items()}


def _covered(expected: QuerySet[Assignment]) -> dict[int, tuple[int, int, int]]:
    """By task id, how many units have a plan in force, a draft alone, two plans: each unit is looked at once."""
    sql, values = expected.values("task_id", "unit_id").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_BY_TASK.format(given=sql), [list(IN_FORCE), *values, list(_ACTIVE)])
        return {task: (in_force, drafting, twice) for task, in_force, drafting, twice in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What one unit has for one task of the superior: its plans, and how many parts of these are done."""

    plans: tuple[Plan, ...]
    done: int
    total: int


def own_work(assignments: Sequence[Assignment]) -> dict[int, OwnWork]:
    """By assignment id, for the rows of one page; departments have none. Two queries."""
    by_place = {(a.task_id, a.unit_id): a.pk for a in assignments}
    tasks = Task.objects.filter(
        carries_out__in={a.task_id for a in assignments},
        plan__in=_own_plans(assignments),
        withdrawn_on=None,
    )
    plans: dict[int, dict[int, Plan]] = {}
    sums: dict[int, tuple[int, int]] = {}
    for task in with_parts(tasks):
        place = by_place.get((task.carries_out_id or 0, task.plan.unit_id))
        if place is not None:
            plans.setdefault(place, {})[task.plan_id] = task.plan
            done, total = sums.get(place, (0, 0))
            sums[place] = (done + task.parts_done, total + task.parts)
    return {place: OwnWork(tuple(found.values()), *sums[place]) for place, found in plans.items()}


def _own_plans(assignments: Iterable[Assignment]) -> QuerySet[Plan]:
    """Plans of these units: the way in by unit and state is short, whatever the number of units with the same task."""
    return Plan.objects.filter(unit__in={a.unit_id for a in assignments}, state__in=_ACTIVE)
