"""What each choice of a doubt does to the draft. An effect is plain data, made when the paper was read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.finding import find
from congdoan.documents.models import Citation, Document
from congdoan.organisation.models import Unit
from congdoan.plans.models import Doubt, PartyRole, Plan, Task, TaskParty
from congdoan.plans.services.review.citations import citations_of
from congdoan.plans.services.review.header import set_until
from congdoan.plans.services.review.parties import Party, give_parties, name_printed
from congdoan.plans.services.review.tasks import write
from congdoan.plans.titles import short_title


@dataclass(frozen=True, slots=True)
class Picked:
    """What the reviewer adds to a choice that asks for something."""

    unit_id: int | None = None
    document_id: int | None = None
    day: date | None = None


Effect = dict[str, Any]
Apply = Callable[[Plan, Doubt, Effect, Picked, User], None]


def apply(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    """Carry out the effect of a choice."""
    _EFFECTS[effect["kind"]](plan, doubt, effect, picked, by)


def asks_for(effect: Effect) -> str:
    """What a choice needs from the reviewer first: "unit", "document", "day", "upload" or nothing."""
    return _ASKS.get(effect["kind"], "")


def _keep(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    return None


def _lead(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    unit = effect.get("unit")
    if unit is None:
        raise Invalid("Đơn vị này chưa khớp với đơn vị nào. Chọn đơn vị khác.")
    give_parties(_tasks(plan, doubt, effect), PartyRole.LEAD, [Party(unit, match=effect.get("match", "chosen"))])


def _pick_lead(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    give_parties(_tasks(plan, doubt, effect), PartyRole.LEAD, [Party(_unit(picked).pk)])


def _no_lead(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    give_parties(_tasks(plan, doubt, effect), PartyRole.LEAD, [])


def _name(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    unit = Unit.objects.get(pk=effect["unit"]) if effect.get("unit") else _unit(picked)
    name_printed(plan, effect["printed"], unit, by=by)


def _text(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    for task in _tasks(plan, doubt, effect):
        text = task.text.replace(effect["from"], effect["to"])
        title = task.title.replace(effect["from"], effect["to"])
        if (text, title) != (task.text, task.title):
            write(task, text=text, title=title or short_title(text))
    if effect["from"] in plan.subject:
        plan.subject = plan.subject.replace(effect["from"], effect["to"])
        plan.save(update_fields=["subject"])


def _until(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    day = date.fromisoformat(effect["day"]) if effect.get("day") else picked.day
    if day is None:
        raise Invalid("Nhập ngày, ví dụ 31/12/2025.", field="day")
    set_until(plan, day)


def _link(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    document = find(Document.objects.visible_to(by, "documents.view"), picked.document_id)
    if document is None:
        raise Invalid("Chọn một văn bản trong kho.", field="document")
    _citations(plan, effect).update(cited=document, name_only=False)


def _name_only(plan: Plan, doubt: Doubt, effect: Effect, picked: Picked, by: User) -> None:
    _citations(plan, effect).update(name_only=True, cited=None)


def _tasks(plan: Plan, doubt: Doubt, effect: Effect) -> list[Task]:
    """Tasks of the sections that the effect names; without sections those of the doubt's passage.

    An effect may leave alone what has a lead already ("unled").
    """
    found = Task.objects.filter(plan=plan)
    if effect.get("unled"):
        found = found.exclude(parties__in=TaskParty.objects.filter(task__plan=plan, role=PartyRole.LEAD))
    if sections := effect.get("sections"):
        under = Q()
        for number in sections:
            under |= Q(section__number=number) | Q(section__number__startswith=f"{number}.")
        return list(found.filter(under).order_by("order"))
    if doubt.task_id:
        return list(found.filter(pk=doubt.task_id))
    if doubt.start is None:
        return []
    return list(found.filter(start__lt=doubt.end, end__gt=doubt.start).order_by("order"))


def _unit(picked: Picked) -> Unit:
    unit = find(Unit.objects, picked.unit_id)
    if unit is None:
        raise Invalid("Chọn một đơn vị trong danh sách.", field="unit")
    return unit


def _citations(plan: Plan, effect: Effect) -> "QuerySet[Citation]":
    return citations_of(plan).filter(pk__in=effect["citations"])


_EFFECTS: Final[dict[str, Apply]] = {
    "keep": _keep,
    "lead": _lead,
    "pick_lead": _pick_lead,
    "no_lead": _no_lead,
    "name": _name,
    "pick_unit": _name,
    "text": _text,
    "until": _until,
    "pick_until": _until,
    "link": _link,
    "add_document": _link,
    "name_only": _name_only,
}
_ASKS: Final = {
    "pick_lead": "unit",
    "pick_unit": "unit",
    "pick_until": "day",
    "link": "document",
    "add_document": "upload",
}
