"""Writes down what somebody did with an assignment."""

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.plans.models import Assignment, AssignmentStep, StepKind


def record(assignment: Assignment, kind: StepKind, by: User, note: str = "") -> AssignmentStep:
    return AssignmentStep.objects.create(assignment=assignment, kind=kind, by=by, note=note, on=clock.today())


def required(text: str, what: str, field: str = "reason") -> str:
    """The text, normalised line by line; raises Invalid with "Nhập `what`." when there is none."""
    kept = "\n".join(normalise(line) for line in text.strip().splitlines())
    if not kept:
        raise Invalid(f"Nhập {what}.", field=field)
    return kept
