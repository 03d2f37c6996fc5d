from congdoan.worklist.models.day import RemindedDay
from congdoan.worklist.models.device import PushDevice, PushMessage
from congdoan.worklist.models.feed import CalendarFeed
from congdoan.worklist.models.item import WorkItem
from congdoan.worklist.models.mail import NOT_ARRIVED, MailTrouble, OutgoingMail
from congdoan.worklist.models.notice import Notice, NoticeChoice
from congdoan.worklist.models.webhook import Webhook, WebhookDelivery

__all__ = [
    "NOT_ARRIVED",
    "CalendarFeed",
    "MailTrouble",
    "Notice",
    "NoticeChoice",
    "OutgoingMail",
    "PushDevice",
    "PushMessage",
    "RemindedDay",
    "Webhook",
    "WebhookDelivery",
    "WorkItem",
]
