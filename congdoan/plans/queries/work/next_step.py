"""What a person may do with an assignment now: by state, posts and part in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.accounts.models import User
from congdoan.organisation.rights import may
from congdoan.plans.models import Assignment, AssignmentState, Executor
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.worklist.addressing import actions_by_unit


@dataclass(frozen=True, slots=True)
class Allowed:
    """One flag for each thing; a page shows the first that applies as the next step."""

    take: bool
    assign: bool
    report: bool
    count: bool
    raise_obstacle: bool
    finish_part: bool
    confirm: bool
    accept: bool
    withdraw: bool
    coordinate: bool
    urge: bool
    pause: bool
    resume: bool

    @property
    def any_button(self) -> bool:
        """A phone shows the next step instead of its tabs."""
        return self.take or self.report or self.confirm or self.accept

    @property
    def any_step(self) -> bool:
        return self.any_button or self.withdraw or self.urge or self.pause or self.resume


def allowed_to(user: User, assignment: Assignment, executors: Sequence[Executor]) -> Allowed:
    """From rows already read; asks only for the person's posts, once.

    What the unit itself does is offered to those who work there, although a superior's right reaches it too.
    """
    state = assignment.state
    here = actions_by_unit(user).get(assignment.unit_id, frozenset())
    assigns, reports, confirms = ("tasks.assign" in here, "tasks.report" in here, "tasks.confirm" in here)
    coordinates = may(user, "plans.coordinate", coordinating_unit(assignment.plan))
    own = [executor for executor in executors if executor.user_id == user.pk and executor.done_on is None]
    new, doing = state == AssignmentState.NEW, state == AssignmentState.DOING
    waiting = state in (AssignmentState.TO_CONFIRM, AssignmentState.TO_ACCEPT)
    return Allowed(
        take=new and assigns,
        assign=(new or doing) and assigns,
        report=doing and reports,
        count=(new or doing) and reports,
        raise_obstacle=state in OPEN and reports,
        finish_part=bool(own) and state in OPEN,
        confirm=state == AssignmentState.TO_CONFIRM and confirms,
        accept=state == AssignmentState.TO_ACCEPT and coordinates,
        withdraw=waiting and reports,
        coordinate=coordinates,
        urge=coordinates and state in OPEN and state != AssignmentState.TO_ACCEPT,
        pause=coordinates and (new or doing),
        resume=coordinates and state == AssignmentState.PAUSED,
    )
