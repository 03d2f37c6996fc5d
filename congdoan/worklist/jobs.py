"""What the worker does by the clock. It asks often and acts once, so a machine switched on late misses nothing."""

from datetime import time

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.worklist.services.digest import write_digests
from congdoan.worklist.services.mail_trouble import watch_mails
from congdoan.worklist.services.outbox import send_waiting
from congdoan.worklist.services.push_sending import send_pushes
from congdoan.worklist.services.reminders import remind
from congdoan.worklist.services.roots_mail import mail_latest_root
from congdoan.worklist.services.webhook_sending import send_events

MORNING = time(6, 30)


@app.periodic(cron="*/15 * * * *")
@app.task(queue="upkeep", queueing_lock="morning", lock="morning", name="congdoan.worklist.morning")
def morning(timestamp: int) -> None:
    """From 6:30 on, remind everybody of the business day's work, then write the digest mails."""
    if timezone.localtime().time() < MORNING:
        return
    today = clock.today()
    with audit_context(user_id=None, origin="job:morning"):
        remind(on=today)
        write_digests(on=today)


@app.periodic(cron="* * * * *")
@app.task(queue="mail", queueing_lock="outbox", lock="outbox", pass_context=True, name="congdoan.worklist.send_mail")
def send_mail(context: JobContext, timestamp: int) -> None:
    """Send the mails that wait; a worker that is stopped finishes only those under way."""
    send_waiting(context.should_abort)
    with audit_context(user_id=None, origin="job:send_mail"):
        watch_mails()


@app.periodic(cron="* * * * *")
@app.task(queue="mail", queueing_lock="webhooks", lock="webhooks", pass_context=True, name="congdoan.worklist.webhooks")
def send_webhooks(context: JobContext, timestamp: int) -> None:
    """Tell other systems what waits; a worker that is stopped finishes only those under way."""
    with audit_context(user_id=None, origin="job:send_webhooks"):
        send_events(context.should_abort)


@app.periodic(cron="* * * * *")
@app.task(queue="mail", queueing_lock="pushes", lock="pushes", pass_context=True, name="congdoan.worklist.push")
def push(context: JobContext, timestamp: int) -> None:
    """Send notices to the devices that people allowed; a worker that is stopped finishes only those under way."""
    send_pushes(context.should_abort)


@app.periodic(cron="0 0 * * *")
@app.task(queue="upkeep", queueing_lock="mail-root", lock="mail-root", name="congdoan.worklist.mail_root")
def mail_root(timestamp: int) -> None:
    """Once a day, the latest root of the seals goes outside, where the operator wants it."""
    mail_latest_root()
