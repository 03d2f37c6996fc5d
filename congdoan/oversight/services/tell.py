"""Who is told what about inspections."""

from typing import Final

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.finding import find
from congdoan.oversight.models import Inspection, Remedy
from congdoan.oversight.queries.sight import EXPLAIN
from congdoan.worklist.services.notices import tell, tell_holders

NOTICE: Final = "oversight.notice"
FINDINGS: Final = "oversight.findings"
CONCLUDED: Final = "oversight.concluded"
REOPENED: Final = "oversight.reopened"
ANSWERED: Final = "oversight.answered"


def tell_unit(inspection: Inspection, kind: str, words: str, occasion: str) -> None:
    """Those of the inspected unit who explain."""
    key = f"{kind}:{inspection.pk}:{occasion}"
    tell_holders([inspection.unit_id], EXPLAIN, kind, words, page_of(inspection), key)


def tell_lead(inspection: Inspection, words: str, occasion: str, *, but: User) -> None:
    """Who leads the inspection, unless it was they who did it."""
    if inspection.lead_id and inspection.lead_id != but.pk:
        tell([inspection.lead_id], ANSWERED, words, page_of(inspection), f"{ANSWERED}:{inspection.pk}:{occasion}")


def page_of(inspection: Inspection) -> str:
    return reverse("oversight:inspection", args=[inspection.pk])


def page_of_remedy(remedy_id: int) -> str:
    found = find(Remedy.objects.values_list("inspection_id", flat=True), remedy_id)
    return reverse("oversight:inspection", args=[found or 0]) + f"#kien-nghi-{remedy_id}"
