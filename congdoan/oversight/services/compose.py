"""The first text of a conclusion."""

from congdoan.core import clock
from congdoan.oversight.composing import Found, Told, composed
from congdoan.oversight.models import Inspection


def compose(inspection: Inspection) -> str:
    """What the findings and explanations say, as a first text; writes nothing."""
    questions = inspection.questions.exclude(answer="")
    found = inspection.findings.select_related("assignment__task")
    return composed(
        Told(
            unit=inspection.unit.name,
            days=_days(inspection),
            scope=f"{inspection.plan.noun} “{inspection.plan.subject}”"
            if inspection.plan
            else "các nhiệm vụ được giao",
            answers=tuple((one.question, _said(one.kind, one.answer)) for one in questions),
            found=tuple(
                Found(
                    one.kind,
                    one.text,
                    str(one.assignment.task) if one.assignment else "",
                    one.explanation if inspection.explained_on else "",
                )
                for one in found
            ),
            explained=inspection.explained_on is not None,
        )
    )


def _days(inspection: Inspection) -> str:
    """As announced, but not after today: an inspection may end sooner than its programme does."""
    today = clock.today()
    starts, ends = min(inspection.starts_on, today), min(inspection.ends_on, today)
    return f"ngày {starts:%d/%m/%Y} đến ngày {ends:%d/%m/%Y}"


def _said(kind: str, answer: str) -> str:
    return {"yes": "Có", "no": "Không"}.get(answer, answer) if kind == "yes_no" else answer
