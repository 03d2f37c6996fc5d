"""Long work on plans, done by the worker."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.core.finding import find
from congdoan.core.jobs import finish_with, running
from congdoan.core.models import JobRun
from congdoan.plans.models import Assignment
from congdoan.plans.services.drafting.receive import read_into_draft
from congdoan.plans.services.lifecycle.issue import issue_plan
from congdoan.plans.services.local import ready
from congdoan.plans.services.reviews.due import open_reviews
from congdoan.plans.services.targets.work import open_due_values
from congdoan.plans.services.work.summarise import summarise_changed
from congdoan.plans.services.work.turn_periods import turn_periods


@app.task(queue="reading", name="congdoan.plans.read_plan_paper")
def read_plan_paper(run_id: int, reading_id: int) -> None:
    """Read the paper of a reading and make its draft."""
    with running(run_id) as progress:
        by = User.objects.get(pk=JobRun.objects.values_list("started_by", flat=True).get(pk=run_id))
        plan = read_into_draft(reading_id=reading_id, by=by, on_stage=progress)
        finish_with(run_id, url=reverse("plans:review", args=[plan.pk]), plan=plan.pk)


@app.task(queue="plans", name="congdoan.plans.issue_in_background")
def issue_in_background(run_id: int, plan_id: int, user_id: int, on: str, signer_id: int, number: int | None) -> None:
    """Issue a plan to very many units."""
    with running(run_id) as progress, transaction.atomic():
        plan = issue_plan(
            plan_id=plan_id,
            by=User.objects.get(pk=user_id),
            on=date.fromisoformat(on),
            signer=User.objects.get(pk=signer_id),
            number=number,
            progress=progress,
        )
        finish_with(run_id, url=reverse("plans:plan", args=[plan.pk]))


@app.task(queue="plans", name=ready.JOB)
def tell_if_enough(part_id: int) -> None:
    """Tell the superior unit's people when the work below is enough to report."""
    with audit_context(user_id=None, origin="job:tell_if_enough"):
        if part := find(Assignment.objects.select_related("task", "plan"), part_id):
            ready.tell_if_enough(part)


@app.periodic(cron="10 * * * *")
@app.task(queue="upkeep", queueing_lock="periods", lock="periods", name="congdoan.plans.turn_periods")
def turn(timestamp: int) -> None:
    """Close the periods of recurring work that are over, open those that have begun, and reviews whose day is near."""
    with audit_context(user_id=None, origin="job:turn_periods"):
        turn_periods(on=clock.today())
        open_reviews(on=clock.today())


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="follow-up", lock="follow-up", name="congdoan.plans.summarise_changed")
def summarise(timestamp: int) -> None:
    """Count the parts of wide plans anew where something has changed."""
    summarise_changed()


@app.periodic(cron="20 * * * *")
@app.task(queue="upkeep", queueing_lock="target-values", lock="target-values", name="congdoan.plans.open_target_values")
def ask_for_values(timestamp: int) -> None:
    """Put the figures that units owe for periods at their end on their desks."""
    with audit_context(user_id=None, origin="job:open_target_values"), transaction.atomic():
        open_due_values(on=clock.today())
