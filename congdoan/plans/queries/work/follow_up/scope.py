"""Which assignments of a plan a follow-up page is about: those the person may see, narrowed by the filter."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import scope
from congdoan.plans.models import Assignment, AssignmentState, Plan
from congdoan.plans.queries.local.coverage import in_coverage
from congdoan.plans.queries.work.conditions import WAITING, late, silent, soon

STATES = {
    "qua-han": "Quá hạn",
    "sap-den-han": "Sắp đến hạn",
    "vuong-mac": "Có vướng mắc",
    "im-lang": "Lâu không báo cáo",
    "moi": "Chưa nhận",
    "dang": "Đang thực hiện",
    "cho": "Chờ xác nhận",
    "xong": "Hoàn thành",
    "tam-dung": "Tạm dừng",
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One plan as one person follows it on one day, with the filter of the address.

    `section` is a section's id, `unit` a unit with all under it, `kind` a kind of unit, `state` a key of STATES,
    `own` a key of the states of units' own plans.
    """

    plan: Plan
    user: User
    today: date
    section: int | None = None
    unit: Unit | None = None
    kind: str = ""
    state: str = ""
    own: str = ""

    @classmethod
    def of(cls, plan: Plan, user: User) -> "FollowUp":
        return cls(plan, user, clock.today())

    def without_state(self) -> "FollowUp":
        return replace(self, state="")

    @property
    def is_filtered(self) -> bool:
        return bool(self.section or self.unit or self.kind or self.state or self.own)

    @property
    def base(self) -> Unit:
        """The unit below which the page looks."""
        return self.unit or self.plan.unit

    def assignments(self) -> QuerySet[Assignment]:
        """The unit tree is asked only where the person sees a part of the plan, or the filter names a unit."""
        found = Assignment.objects.filter(plan=self.plan).exclude(state=AssignmentState.WITHDRAWN)
        if not scope(self.user, "tasks.view").covers(self.plan.unit):
            found = found & Assignment.objects.visible_to(self.user, "tasks.view")
        if self.section:
            found = found.filter(task__section=self.section)
        if self.unit:
            found = found.filter(unit__path__startswith=self.unit.path)
        if self.kind:
            found = found.filter(unit__kind=self.kind)
        if self.own:
            found = found.filter(in_coverage(self.own, self.plan))
        return found.filter(self.in_state()) if self.state else found

    def in_state(self) -> Q:
        return in_state(self.state, self.today)


def in_state(state: str, today: date) -> Q:
    """The condition of a key of STATES; none for an empty one."""
    if not state:
        return Q()
    if state == "im-lang":
        return silent(today)
    return {
        "qua-han": late(today),
        "sap-den-han": soon(today),
        "vuong-mac": Q(open_obstacles__gt=0),
        "moi": Q(state=AssignmentState.NEW),
        "dang": Q(state=AssignmentState.DOING),
        "cho": Q(state__in=WAITING),
        "xong": Q(state=AssignmentState.DONE),
        "tam-dung": Q(state=AssignmentState.PAUSED),
    }[state]
