"""What the worker does for personal data by the clock."""

from procrastinate.contrib.django import app

from congdoan.core.audit.context import audit_context
from congdoan.privacy.services.sweep import drop_mails_of_erased, forget_old_looks


@app.periodic(cron="20 2 * * *")
@app.task(queue="upkeep", queueing_lock="privacy-sweep", lock="privacy-sweep", name="congdoan.privacy.sweep")
def sweep(timestamp: int) -> None:
    """Each night: what the rules keep no longer goes."""
    with audit_context(user_id=None, origin="job:privacy_sweep"):
        forget_old_looks()
        drop_mails_of_erased()
