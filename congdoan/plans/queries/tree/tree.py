"""From a resolution down to the tasks of a grassroots union, and back: the papers as a tree."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from congdoan.accounts.models import User
from congdoan.plans.models import Plan
from congdoan.plans.queries.plans import PlanFigures, figures_of, visible_plans
from congdoan.plans.queries.tree.edges import SHOWN, Edge, edges_down, edges_up
from congdoan.plans.queries.tree.tasks import TaskLines, tasks_by_plan


@dataclass(frozen=True, slots=True)
class Node:
    """One paper. `seen`: the person may open it; what is only named has no figures and no tasks.

    `repeated`: it stands whole elsewhere in the tree. `has_more`: more papers carry it further than are shown.
    """

    plan: Plan
    seen: bool
    is_here: bool
    figures: PlanFigures
    tasks: TaskLines = field(default_factory=TaskLines)
    under: "Sequence[Node]" = ()
    has_more: bool = False
    repeated: bool = False


@dataclass(slots=True)
class _Forest:
    plans: dict[int, Plan]
    seen: Collection[int]
    here: Collection[int]
    under: dict[int, list[int]]
    figures: dict[int, PlanFigures]
    tasks: dict[int, TaskLines]
    met: set[int] = field(default_factory=set)

    def node(self, plan_id: int) -> Node:
        plan, seen = self.plans[plan_id], plan_id in self.seen
        children = [one for one in self.under.get(plan_id, ()) if one in self.plans]
        figures = self.figures.get(plan_id, PlanFigures())
        if plan_id in self.met:
            return Node(plan, seen, plan_id in self.here, figures, repeated=bool(children))
        self.met.add(plan_id)
        return Node(
            plan,
            seen,
            plan_id in self.here,
            figures,
            tasks=self.tasks.get(plan_id, TaskLines()),
            under=[self.node(one) for one in children[:SHOWN]],
            has_more=len(children) > SHOWN,
        )


def tree_of(here: Collection[int], user: User, *, on: date) -> list[Node]:
    """The papers on which nothing else stands above, down to `here` and on to all that carries these further.

    Seven queries, and one for each kind of sight of figures, whatever the size.
    """
    up, down = edges_up(here), edges_down(here, user)
    ids = {*here, *(one for edge in (*up, *down) for one in edge)}
    plans = Plan.objects.select_related("unit").in_bulk(list(ids))
    seen = set(visible_plans(user).filter(pk__in=ids).values_list("pk", flat=True))
    shown = [plan for pk, plan in plans.items() if pk in seen]
    forest = _Forest(
        plans=plans,
        seen=seen,
        here=set(here),
        under=_under([*up, *down]),
        figures=figures_of(shown, user, on=on),
        tasks=tasks_by_plan(seen, user, on=on),
    )
    below = {child for _, child in (*up, *down)}
    return [forest.node(one) for one in sorted(ids - below, key=lambda pk: _place(plans[pk]))]


def _under(edges: Sequence[Edge]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for parent, child in edges:
        if child not in found.setdefault(parent, []):
            found[parent].append(child)
    return found


def _place(plan: Plan) -> tuple[int, date, int]:
    """Those of the highest organ first, then as they were issued."""
    return plan.unit.depth, plan.issued_on or date.max, plan.pk
