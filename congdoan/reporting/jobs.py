"""What reports do by the clock, done by the worker."""

from procrastinate.contrib.django import app

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.reporting.services.turn import turn_reports


@app.periodic(cron="25 * * * *")
@app.task(queue="upkeep", queueing_lock="reports", lock="reports", name="congdoan.reporting.turn_reports")
def turn(timestamp: int) -> None:
    """Open the next periods of recurring reports, and take figures into drafts."""
    with audit_context(user_id=None, origin="job:turn_reports"):
        turn_reports(on=clock.today())
