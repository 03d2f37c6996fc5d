"""Plans of a unit that merges, splits or ends: who has them in hand, coordinates them, and answers about them."""

from typing import Final

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from congdoan.core import clock
from congdoan.organisation.models import INSIDE, Reorganisation, Unit
from congdoan.organisation.succession import Succession
from congdoan.plans.models import Assignment, Obstacle, Plan, PlanState, PlanStep, SharedAnswer
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.models.plan import BEFORE_ISSUE, TAKEN_BACK
from congdoan.plans.queries.answers.waiting import touching
from congdoan.plans.queries.handovers.keys import key_of_plan
from congdoan.plans.services.lifecycle.end import drop_work
from congdoan.plans.services.reorganised.parties import drafts_follow
from congdoan.plans.services.reviews.due import REVIEW
from congdoan.plans.services.work.items import ACCEPT, ANSWER, REPORT, TAKE
from congdoan.worklist.models import WorkItem

_OF_PLAN: Final = ("plans.review", "plans.approve", "plans.issue")


def hand_over_papers(done: Reorganisation, succession: Succession) -> dict[int, list[int]]:
    """Plans in hand go to their heirs, and bear who issued them; gives the plans' ids by the unit that took them."""
    taken: dict[int, list[int]] = {}
    living = Q(state__in=(PlanState.ISSUED, PlanState.RUNNING, *BEFORE_ISSUE))
    for plan in Plan.objects.select_for_update(of=("self",)).filter(living, unit__in=succession.giving).order_by("pk"):
        heir = succession.heir_of(plan.unit_id, key_of_plan(plan.pk))
        if heir is None:
            _give_up(plan, done)
        elif heir != plan.unit_id:
            if plan.state in BEFORE_ISSUE and _has_its_own(plan, heir):
                _give_up(plan, done)
                continue
            _take(plan, heir)
            desks_follow(plan, heir, succession)
            taken.setdefault(heir, []).append(plan.pk)
    drafts_follow(succession)
    _coordination_follows(succession)
    return taken


def _take(plan: Plan, heir: int) -> None:
    if plan.state in BEFORE_ISSUE:
        same = Plan.objects.filter(unit=heir, symbol=plan.symbol, issued_on=plan.issued_on).exclude(symbol="")
        symbol = "" if same.exists() else plan.symbol
        Plan.objects.filter(pk=plan.pk).update(unit=heir, symbol=symbol)
    else:
        Plan.objects.filter(pk=plan.pk).update(unit=heir, issuer=Coalesce(F("issuer"), F("unit")))


def desks_follow(plan: Plan, heir: int, succession: Succession) -> None:
    """Who coordinates is of the heir; what waits because of the plan lies on the heir's desk, not on another's."""
    old = [*succession.giving, *succession.heirs.values()]
    coordinator = plan.coordinator_id
    if coordinator in succession.giving:
        coordinator = _within(succession.heirs.get(coordinator), heir)
        Plan.objects.filter(pk=plan.pk).update(coordinator=coordinator)
    desk = coordinator or heir
    given, asked = _work_of(plan)
    items = WorkItem.objects.filter(state=WorkItem.State.OPEN)
    reviews = plan.reviews.values("pk")
    items.filter(Q(kind=ACCEPT, object_id__in=given) | Q(kind=ANSWER, object_id__in=asked), unit__in=old).update(
        unit=desk
    )
    items.filter(kind__in=(TAKE, REPORT), object_id__in=given, given_by_unit__in=old).update(given_by_unit=heir)
    items.filter(Q(kind__in=_OF_PLAN, object_id=plan.pk) | Q(kind=REVIEW, object_id__in=reviews)).update(
        unit=heir, given_by_unit=heir
    )
    Obstacle.objects.filter(pk__in=asked, routed_to__in=old).update(routed_to=desk)


def _within(unit: int | None, heir: int) -> int | None:
    """The unit, when it is the heir or a part of its organ."""
    parts = Unit.objects.filter(Q(pk=heir) | Q(parent=heir, kind__in=INSIDE)).values_list("pk", flat=True)
    return unit if unit in set(parts) else None


def _work_of(plan: Plan) -> tuple[QuerySet[Assignment, int], QuerySet[Obstacle, int]]:
    """Ids of its parts, and of what is asked about it or them and not answered."""
    asked = Obstacle.objects.filter(touching(plan), state__in=UNANSWERED)
    return Assignment.objects.filter(plan=plan).values_list("pk", flat=True), asked.values_list("pk", flat=True)


def _has_its_own(draft: Plan, heir: int) -> bool:
    """A unit has one plan of its own for each plan of a superior: a second draft of it would never be issued."""
    if draft.carries_out_id is None:
        return False
    return Plan.objects.filter(carries_out=draft.carries_out_id, unit=heir).exclude(state__in=TAKEN_BACK).exists()


def _give_up(plan: Plan, done: Reorganisation) -> None:
    before = plan.state
    plan.state = PlanState.WITHDRAWN
    plan.save(update_fields=["state"])
    PlanStep.objects.create(
        plan=plan, before=before, after=plan.state, by=done.made_by, on=done.effective_on, note=done.summary
    )
    drop_work(plan, clock.today())


def _coordination_follows(succession: Succession) -> None:
    """Whoever took over accepts results, answers difficulties and keeps the published answers of an ended unit.

    Without a successor the plan's own unit does.
    """
    for old in sorted(succession.ended):
        heir = succession.heirs.get(old)
        asked = Obstacle.objects.filter(routed_to=old, state__in=UNANSWERED)
        for plan in Plan.objects.filter(coordinator=old).exclude(unit__in=succession.ended):
            Plan.objects.filter(pk=plan.pk).update(coordinator=heir)
            _put_work(plan, old, heir or plan.unit_id)
            asked.filter(touching(plan)).update(routed_to=heir or plan.unit_id)
        if heir is not None:
            asked.update(routed_to=heir)
            SharedAnswer.objects.filter(unit=old, withdrawn_on=None).update(unit=heir)


def _put_work(plan: Plan, old: int, unit_id: int) -> None:
    """What waits to be accepted or answered lies on the desk of whoever coordinates now."""
    given, asked = _work_of(plan)
    found = Q(kind=ACCEPT, object_id__in=given) | Q(kind=ANSWER, object_id__in=asked)
    WorkItem.objects.filter(found, unit=old, state=WorkItem.State.OPEN).update(unit=unit_id)
