"""Around every change of a draft: the lock, the right, the state, and the record that lets it be taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.plans.models import DraftChange, Plan, Task
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.services.review.rows import compare, photograph


@dataclass(slots=True)
class Edit:
    """A change under way: its plan, and the words that tell others what was done."""

    plan: Plan
    by: User
    summary: str


@contextmanager
def editing(plan_id: int, *, by: User, summary: str) -> Iterator[Edit]:
    """Holds the plan's row until the transaction ends. Raises NotAllowed, or Conflict when it is not a draft now.

    The caller may sharpen `summary` before leaving.
    """
    plan = draft_of(plan_id, by=by)
    before = photograph(plan)
    edit = Edit(plan, by, summary)
    yield edit
    changes = compare(before, photograph(plan))
    if changes:
        DraftChange.objects.create(plan=plan, summary=edit.summary[:300], rows=changes, by=by)
        Plan.objects.filter(pk=plan.pk).update(revision=F("revision") + 1, updated_at=timezone.now())


def draft_of(plan_id: int, *, by: User) -> Plan:
    """The plan, locked, that `by` may edit now. Raises NotFound when out of sight."""
    seen = visible_plans(by).filter(pk=plan_id).values("pk")
    plan = Plan.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=seen).first()
    if plan is None:
        raise NotFound("Không có văn bản này.")
    require(by, "plans.draft", plan.unit)
    if not plan.is_editable:
        raise plan.refusal("Sửa bản nháp")
    return plan


def task_of(plan: Plan, task_id: int, *, revision: int) -> Task:
    """The task as the reviewer saw it. Raises Conflict that says who changed it since, or that it is gone."""
    task = find(Task.objects.filter(plan=plan), task_id)
    if task is None:
        raise Conflict(f"Việc này không còn. {told(plan, 'task', task_id)}".strip())
    if task.revision != revision:
        raise Conflict(f"{told(plan, 'task', task_id)} Xem bản mới rồi sửa lại.")
    return task


def told(plan: Plan, name: str, pk: int) -> str:
    """Who did what when to a row last, as a sentence."""
    last = DraftChange.objects.filter(plan=plan, **{f"rows__{name}__has_key": str(pk)}).select_related("by").first()
    if last is None:
        return "Nội dung này vừa thay đổi."
    who = last.by.full_name if last.by else "Hệ thống"
    verb = "vừa hoàn tác" if last.undone_at else "đã"
    return f"{who} {verb} {last.summary[:1].lower()}{last.summary[1:]} lúc {clock.in_words(last.undone_at or last.at)}."
