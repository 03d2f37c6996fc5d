"""Lists as programs ask for them: over all plans that the person sees."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from pghistory.models import Context

from congdoan.accounts.models import User
from congdoan.organisation.rights import paths
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Assignment, AssignmentStep, Task
from congdoan.plans.models.plan import PUBLIC


def seen_tasks(user: User) -> QuerySet[Task]:
    """Tasks of issued plans in which the person sees a unit's part, or all of which they see."""
    return tasks_within(paths(user, "tasks.view"))


def tasks_within(paths: tuple[str, ...]) -> QuerySet[Task]:
    """The same for who sees tasks under `paths`."""
    given = Assignment.objects.within(paths).filter(task=OuterRef("pk"))
    own = under_paths("plan__unit__path", paths)
    return Task.objects.filter(Q(own) | Exists(given), plan__state__in=PUBLIC, withdrawn_on=None)


def seen_assignments(user: User) -> QuerySet[Assignment]:
    """What units owe of issued plans, withdrawn work too: who copies it learns that it is gone."""
    found = Assignment.objects.visible_to(user, "tasks.view")
    return found.select_related("task", "unit")


def changed_since(moment: datetime) -> Q:
    """Assignments made, changed or reported on since the moment, by what the audit wrote down."""
    changes = Assignment.pgh_event_model.objects.filter(pgh_created_at__gte=moment)  # type: ignore[attr-defined]
    steps = AssignmentStep.objects.filter(at__gte=moment)
    made = Context.objects.filter(created_at__gte=moment)
    return (
        Q(pk__in=changes.values("pgh_obj_id"))
        | Q(pk__in=steps.values("assignment_id"))
        | Q(made_in__in=made.values("id"))
    )
