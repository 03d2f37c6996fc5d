"""Tells the people of a unit what was decided about their report or their difficulty."""

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.plans.models import AssignmentStep, Obstacle
from congdoan.worklist.services.notices import tell

DECIDED, ANSWERED = "plans.decided", "plans.answered"


def tell_decision(step: AssignmentStep, reporter: User) -> None:
    """To whoever reported: accepted, confirmed, given back, with the words of the decision."""
    assignment = step.assignment
    words = f"{step.get_kind_display()}: {assignment.task.title}" + (f". {step.note}" if step.note else "")
    if reporter.pk != step.by_id:
        tell([reporter], DECIDED, words, reverse("plans:assignment", args=[assignment.pk]), f"{DECIDED}:{step.pk}")


def tell_answer(obstacle: Obstacle) -> None:
    """To whoever raised the difficulty."""
    on_task = obstacle.assignment_id
    url = reverse("plans:assignment", args=[on_task]) if on_task else reverse("plans:obstacle", args=[obstacle.pk])
    words = f"Trả lời vướng mắc: {obstacle.about}. {obstacle.answer}"
    if obstacle.raised_by_id != obstacle.answered_by_id:
        tell([obstacle.raised_by], ANSWERED, words, url, f"{ANSWERED}:{obstacle.pk}")
