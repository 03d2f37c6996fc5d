"""On what a plan rests: the lines that say so in the paper that was read, else those that were written."""

import re
from typing import Final

from congdoan.plans.models import Plan

_BASIS: Final = re.compile(r"^\s*(căn cứ|thực hiện|theo|trên cơ sở|xét)\b", re.IGNORECASE)


def bases_of(plan: Plan) -> list[str]:
    """One line for each, as printed."""
    if plan.reading is None:
        return [line.strip() for line in plan.bases.splitlines() if line.strip()]
    first = plan.sections.filter(start__isnull=False).order_by("start").values_list("start", flat=True).first()
    return [line.strip() for line in plan.reading.text[:first].splitlines() if _BASIS.match(line)]


def basis_of(superior: Plan) -> str:
    """The line by which a plan of a unit below rests on the superior's."""
    day = f" ngày {superior.issued_on:%d/%m/%Y}" if superior.issued_on else ""
    number = f" số {superior.symbol}" if superior.symbol else ""
    return f"Thực hiện {superior.kind_name}{number}{day} của {superior.unit.name} về “{superior.subject}”"
