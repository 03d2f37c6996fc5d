"""One notice for each who is concerned: what a unit got or lost, and in which plans work goes on elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from django.urls import reverse

from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.plans.models import Handover, Plan
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.worklist.services.notices import tell, tell_holders

REORGANISED: Final = "plans.reorganised"


@dataclass(frozen=True, slots=True)
class Changed:
    """`parts` counts the levels of targets that each unit got, `papers` are the plans by the unit that took them."""

    handed: list[Handover]
    parts: Mapping[int, int] = field(default_factory=dict)
    papers: Mapping[int, list[int]] = field(default_factory=dict)


def tell_reorganised(done: Reorganisation, changed: Changed) -> None:
    _tell_takers(done, changed)
    _tell_givers(done, changed)
    _tell_coordinators(done, changed)


def _tell_takers(done: Reorganisation, changed: Changed) -> None:
    """To whoever takes on work where it goes on."""
    tasks = Counter(one.to_unit_id for one in changed.handed if one.to_unit_id)
    for unit in Unit.objects.filter(pk__in={*tasks, *changed.papers, *changed.parts}):
        counts = (
            (tasks[unit.pk], "nhiệm vụ"),
            (changed.parts.get(unit.pk, 0), "mức chỉ tiêu"),
            (len(changed.papers.get(unit.pk, ())), "kế hoạch"),
        )
        got = ", ".join(f"{count} {what}" for count, what in counts if count)
        words = f"{done.summary} từ {done.effective_on:%d/%m/%Y}: {unit} nhận {got}"
        tell_holders([unit.pk], "tasks.assign", REORGANISED, words, _page(unit.pk), f"{REORGANISED}:{done.pk}")


def _tell_givers(done: Reorganisation, changed: Changed) -> None:
    """To those who held posts where the work was until the day before, and to the unit that lost a part."""
    gave: dict[int, Counter[str]] = defaultdict(Counter)
    for one in changed.handed:
        gave[one.from_unit_id]["đã bàn giao" if one.to_unit_id else "thôi thực hiện"] += 1
    for unit in Unit.objects.filter(pk__in=gave):
        lost = ", ".join(f"{count} nhiệm vụ {what}" for what, count in gave[unit.pk].items())
        words = f"{done.summary} từ {done.effective_on:%d/%m/%Y}: {unit}, {lost}"
        day = done.effective_on - timedelta(days=1)
        people = set(Post.objects.filter(unit=unit).held(day).values_list("user", flat=True))
        tell(people - {done.made_by_id}, REORGANISED, words, _page(unit.pk), f"{REORGANISED}:{done.pk}:{unit.pk}")


def _tell_coordinators(done: Reorganisation, changed: Changed) -> None:
    """Once for each plan: how many of its tasks are with another unit now."""
    plans: dict[int, tuple[Plan, Counter[str]]] = {}
    for one in changed.handed:
        plan, counted = plans.setdefault(one.assignment.plan_id, (one.assignment.plan, Counter()))
        counted[f"chuyển sang {one.to_unit}" if one.to_unit else "dừng lại"] += 1
    for plan, counted in plans.values():
        moved = ", ".join(f"{count} phần việc {what}" for what, count in counted.items())
        words = f"{done.summary}: {plan}, {moved}"
        url = reverse("plans:follow-up", args=[plan.pk])
        unit = coordinating_unit(plan)
        tell_holders([unit.pk], "plans.coordinate", REORGANISED, words, url, f"{REORGANISED}:{done.pk}:kh{plan.pk}")


def _page(unit_id: int) -> str:
    return reverse("plans:handovers", args=[unit_id])
