"""A difficulty as a page shows it: what was said, and what the person may do with it now."""

from dataclasses import dataclass
from datetime import date

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.plans.models import Obstacle, ObstacleState
from congdoan.plans.queries.work.coordination import committee_of
from congdoan.plans.queries.work.obstacle_states import is_open


@dataclass(frozen=True, slots=True)
class ObstacleView:
    obstacle: Obstacle
    committee: Unit
    today: date
    is_open: bool
    may_answer: bool
    may_escalate: bool
    may_withdraw: bool
    may_publish: bool
    days_to_answer: int | None

    @property
    def answered_words(self) -> str:
        return f"Đã trả lời sau {self.days_to_answer} ngày" if self.days_to_answer else "Đã trả lời trong ngày"


def obstacle_view(obstacle: Obstacle, user: User) -> ObstacleView:
    """Asks for nothing but the person's posts, where units and paper have been read along."""
    open_now, committee = is_open(obstacle), committee_of(obstacle)
    answers = may(user, "plans.coordinate", obstacle.routed_to)
    answered_on = obstacle.answered_on
    return ObstacleView(
        obstacle=obstacle,
        committee=committee,
        today=clock.today(),
        is_open=open_now,
        may_answer=open_now and answers,
        may_escalate=open_now and answers and obstacle.routed_to_id != committee.pk,
        may_withdraw=open_now and (obstacle.raised_by_id == user.pk or may(user, "tasks.confirm", obstacle.asker)),
        may_publish=answers and obstacle.state == ObstacleState.ANSWERED and obstacle.shared_id is None,
        days_to_answer=(answered_on - obstacle.raised_on).days if answered_on else None,
    )
