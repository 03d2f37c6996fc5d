"""The sum of what the units below count for a task, through own plans on every level, at the moment of reading."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import connection

from congdoan.plans.models import Assignment
from congdoan.plans.models.plan import IN_FORCE
from congdoan.plans.queries.work.report_lines import figure_text

# Each step goes from a part that a unit leads to the tasks of its own plan that carry it out, by index; where there are
# none the part is a leaf, and its first figure in the same unit counts.
_SUM: Final = """
    with recursive part as (
        select %(task)s::bigint as task_id, %(unit)s::bigint as unit_id, 0::bigint as id
        union all
        select below.task_id, below.unit_id, below.id
          from part
          join plans_plan plan on plan.unit_id = part.unit_id and plan.state = any(%(in_force)s)
          join plans_task task
            on task.carries_out_id = part.task_id and task.plan_id = plan.id and task.withdrawn_on is null
          join plans_assignment below on below.task_id = task.id and below.role = 'lead' and below.state <> 'withdrawn'
    )
    select coalesce(sum(counted.reached), 0), count(*)
      from part
      left join lateral (
           select figure.reached from plans_assignmenttarget figure
            where figure.assignment_id = part.id and lower(figure.unit_text) = lower(%(unit_text)s)
            order by figure."order", figure.id limit 1) counted on true
     where part.id > 0
       and not exists (
           select 1 from plans_plan plan
             join plans_task task on task.plan_id = plan.id and task.carries_out_id = part.task_id
            where plan.unit_id = part.unit_id and plan.state = any(%(in_force)s) and task.withdrawn_on is null)
"""


@dataclass(frozen=True, slots=True)
class Summed:
    """`reached` is the sum of `leaves` parts, `goal` what the unit must reach; without a goal it is never enough.

    `target_id` is the figure of the unit that the sum is of.
    """

    reached: Decimal
    leaves: int
    goal: Decimal | None
    unit_text: str
    target_id: int | None

    @property
    def reached_words(self) -> str:
        return f"{figure_text(self.reached)} {self.unit_text}".strip()

    @property
    def goal_words(self) -> str:
        return f"{figure_text(self.goal)} {self.unit_text}".strip() if self.goal is not None else ""

    @property
    def is_enough(self) -> bool:
        return bool(self.leaves) and self.goal is not None and self.reached >= self.goal


def sum_below(assignment: Assignment) -> Summed:
    """Two queries, whatever the number of levels and units."""
    own = assignment.targets.first()
    values: dict[str, Any] = {
        "task": assignment.task_id,
        "unit": assignment.unit_id,
        "unit_text": own.unit_text if own else "",
        "in_force": list(IN_FORCE),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SUM, values)
        reached, leaves = cursor.fetchone()
    goal, unit_text, target_id = (own.total, own.unit_text, own.pk) if own else (None, "", None)
    return Summed(reached, leaves, goal, unit_text, target_id)
