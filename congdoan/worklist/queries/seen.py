"""Which work items somebody may know of."""

from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.worklist.addressing import Mine
from congdoan.worklist.models import WorkItem


def item_seen(user: User, item_id: int) -> WorkItem | None:
    """The item, when it is the person's own to do, or lies at or was given by a unit whose tasks they see.

    Who administers people or the system has work without seeing any unit's tasks.
    """
    paths = scope(user, "tasks.view").paths
    at, given = under_paths("unit__path", paths), under_paths("given_by_unit__path", paths)
    seen = find(WorkItem.objects.filter(Q(user=user) | at | given), item_id)
    if seen is None:
        item = find(WorkItem.objects.filter(state=WorkItem.State.OPEN), item_id)
        seen = item if item and item in Mine.of(user, clock.today()) else None
    return seen
