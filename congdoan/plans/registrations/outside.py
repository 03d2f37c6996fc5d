"""The events of plans and work that other systems can be told of."""

from congdoan.plans.services.outside import EVENTS
from congdoan.worklist.webhooks.events import webhook_events


def register() -> None:
    for event, words in EVENTS.items():
        webhook_events.register(event, words)
