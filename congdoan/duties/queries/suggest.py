"""Who should lead a piece of work by the matrix of duties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from congdoan.duties.models import Duty, Part
from congdoan.duties.queries.matrix import with_shares
from congdoan.duties.wording import Sentences
from congdoan.organisation.models import Unit

LEAST: Final = 0.4
"""The share of a duty that a task's words must hold."""
CLEARER: Final = 1.25
"""How much better the first unit must fit than the next one."""


@dataclass(frozen=True, slots=True)
class LikelyLead:
    unit: Unit
    duty: Duty


def likely_leads(organ_id: int, texts: Sequence[str], *, on: date) -> list[LikelyLead | None]:
    """For each text the unit that leads the duty which it speaks of; None where that is not clear. Two queries."""
    duties = list(with_shares(Duty.objects.filter(unit=organ_id).in_force(on), on)) if texts else []
    leads = [_lead(duty) for duty in duties]
    sentences = Sentences([duty.text for duty in duties])
    return [_clearest(sentences, text, duties, leads) for text in texts]


def _clearest(
    sentences: Sentences, text: str, duties: Sequence[Duty], leads: Sequence[Unit | None]
) -> LikelyLead | None:
    best: dict[int, tuple[float, int]] = {}
    for place, share in sentences.within(text):
        lead = leads[place]
        if lead is not None and share >= LEAST:
            best[lead.pk] = max(best.get(lead.pk, (0.0, 0)), (share, place))
    ordered = sorted(best.values(), reverse=True)
    if not ordered or (len(ordered) > 1 and ordered[0][0] < CLEARER * ordered[1][0]):
        return None
    place = ordered[0][1]
    lead = leads[place]
    return LikelyLead(lead, duties[place]) if lead else None


def _lead(duty: Duty) -> Unit | None:
    """The one unit that leads it; none when several do."""
    leads = [share.unit for share in duty.shares_now if share.part == Part.LEADS]  # type: ignore[attr-defined]
    return leads[0] if len(leads) == 1 and leads[0].ends_on is None else None
