"""What steering does by the clock. It asks often and acts once, so a machine switched on late misses nothing."""

from django.utils import timezone
from procrastinate.contrib.django import app

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.steering.services.weekly import write_weekly
from congdoan.worklist.jobs import MORNING


@app.periodic(cron="5-59/15 * * * *")
@app.task(queue="upkeep", queueing_lock="weekly", lock="weekly", name="congdoan.steering.weekly")
def weekly(timestamp: int) -> None:
    """From 6:30 on the first working day of the week, write the mails to leaders."""
    if timezone.localtime().time() < MORNING:
        return
    with audit_context(user_id=None, origin="job:weekly"):
        write_weekly(on=clock.today())
