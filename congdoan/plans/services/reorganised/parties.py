"""Who leads and cooperates in tasks follows the units that take over: an amendment finds them there."""

from congdoan.organisation.models import Unit
from congdoan.organisation.succession import Succession
from congdoan.plans.models import Assignment, TaskParty
from congdoan.plans.models.plan import BEFORE_ISSUE

_CHOSEN = TaskParty.Match.CHOSEN


def party_follows(assignment: Assignment, heir: Unit) -> None:
    """The heir is named in the task instead of the unit that had the work, unless it is named already."""
    parties = TaskParty.objects.filter(task=assignment.task_id)
    own = parties.filter(unit=assignment.unit_id)
    if parties.filter(unit=heir).exists():
        own.delete()
    elif not own.update(unit=heir, match=_CHOSEN) and not parties.filter(unit=None, audience=heir.kind).exists():
        TaskParty.objects.create(task_id=assignment.task_id, role=assignment.role, unit=heir, match=_CHOSEN, order=99)


def drafts_follow(succession: Succession) -> None:
    """Drafts that name an ended unit name its heir; without one it is again a name without a unit, to be reviewed."""
    for old in sorted(succession.ended):
        heir = succession.heirs.get(old)
        named = TaskParty.objects.filter(unit=old, task__plan__state__in=BEFORE_ISSUE)
        if heir is None:
            named.update(unit=None, match=TaskParty.Match.NONE)
            continue
        twice = TaskParty.objects.filter(unit=heir, task__in=named.values("task")).values("task")
        named.filter(task__in=list(twice.values_list("task", flat=True))).delete()
        named.update(unit=heir, match=_CHOSEN)
