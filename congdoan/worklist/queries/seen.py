"""Which work items somebody may know of."""

from django.db.models import Q

from congdoan.accounts.models import User
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.worklist.models import WorkItem


def item_seen(user: User, item_id: int) -> WorkItem | None:
    """The item, when it is the person's own, or lies at or was given by a unit whose tasks they see."""
    paths = scope(user, "tasks.view").paths
    at, given = under_paths("unit__path", paths), under_paths("given_by_unit__path", paths)
    return WorkItem.objects.filter(Q(user=user) | at | given, pk=item_id).first()
