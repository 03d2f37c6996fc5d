"""What a person steers: the parts of running plans that they see, under the filter of the address."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.periods import Period
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.models import Unit, UnitKind
from congdoan.organisation.rights import require_anywhere, scope
from congdoan.plans.models import Assignment, AssignmentState, Plan, Section
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.work.follow_up.scope import STATES, in_state
from congdoan.plans.queries.work.overview import RUNNING
from congdoan.plans.queries.work.unit_tasks import unit_seen
from congdoan.steering.periods import period_asked

RIGHT = "plans.coordinate"


@dataclass(frozen=True, slots=True)
class Steered:
    """`unit` stands for all under it; `only` for the unit alone. `period` is that of due days."""

    user: User
    today: date
    plan: Plan | None = None
    section: Section | None = None
    unit: Unit | None = None
    only: bool = False
    kind: str = ""
    period: Period | None = None
    state: str = ""

    @classmethod
    def of(cls, user: User) -> "Steered":
        return cls(user, clock.today())

    def but(self, **other: object) -> "Steered":
        return replace(self, **other)  # type: ignore[arg-type]

    @property
    def is_filtered(self) -> bool:
        return bool(self.plan or self.section or self.unit or self.kind or self.period or self.state)

    @property
    def sees_whole_plan(self) -> bool:
        return self.plan is not None and scope(self.user, "tasks.view").covers(self.plan.unit)

    def parts(self) -> QuerySet[Assignment]:
        """Not withdrawn, of running plans, in no order. The unit tree is asked only where it must be."""
        return self._narrowed(Assignment.objects.filter(plan__state__in=RUNNING))

    def ever(self) -> QuerySet[Assignment]:
        """The same, of plans that ended too."""
        return self._narrowed(Assignment.objects.filter(plan__state__in=PUBLIC))

    def history(self) -> QuerySet[Assignment]:
        """Where like work is looked for: all that the person sees, of plans that ended too, whatever the filter says.

        What is paused is left out: nobody is at work on it.
        """
        found = Assignment.objects.visible_to(self.user, "tasks.view").filter(plan__state__in=PUBLIC)
        return found.exclude(state__in=(AssignmentState.WITHDRAWN, AssignmentState.PAUSED)).order_by()

    def _narrowed(self, found: QuerySet[Assignment]) -> QuerySet[Assignment]:
        found = found.exclude(state=AssignmentState.WITHDRAWN).order_by()
        if self.plan:
            found = found.filter(plan=self.plan)
        if not self.sees_whole_plan:
            found = found & Assignment.objects.visible_to(self.user, "tasks.view").order_by()
        if self.section:
            found = found.filter(task__section=self.section)
        if self.unit:
            found = found.filter(unit=self.unit) if self.only else found.filter(unit__path__startswith=self.unit.path)
        if self.kind:
            found = found.filter(unit__kind=self.kind)
        if self.period:
            found = found.filter(due__range=(self.period.starts_on, self.period.ends_on))
        return found.filter(in_state(self.state, self.today)) if self.state else found


def steered_by(request: HttpRequest) -> Steered:
    """Raises NotAllowed for who coordinates nothing, NotFound when plan or unit are not theirs to see."""
    user, asked = signed_in(request), request.GET
    require_anywhere(user, RIGHT)
    plan = _plan(user, whole_number(asked.get("ke-hoach"))) if asked.get("ke-hoach") else None
    unit_id = whole_number(asked.get("don-vi"))
    return Steered.of(user).but(
        plan=plan,
        section=_section(plan, whole_number(asked.get("muc"))) if plan and asked.get("muc") else None,
        unit=unit_seen(unit_id, user) if unit_id is not None else None,
        only=asked.get("rieng") == "1" and unit_id is not None,
        kind=asked.get("loai", "") if asked.get("loai") in UnitKind.values else "",
        period=period_asked(asked.get("ky", "")),
        state=asked.get("trang-thai", "") if asked.get("trang-thai") in STATES else "",
    )


def _plan(user: User, plan_id: int | None) -> Plan:
    plan = find(visible_plans(user).select_related("unit"), plan_id or 0)
    if plan is None:
        raise NotFound("Không có văn bản này, hoặc nó thuộc đơn vị khác.")
    return plan


def _section(plan: Plan, section_id: int | None) -> Section | None:
    """None when it is one of another plan: the plan of the filter was changed meanwhile."""
    return find(plan.sections, section_id or 0)
