"""The events that another system can be told of: packages register them with their words."""

from congdoan.core.registry import Registry

webhook_events: Registry[str] = Registry("event of webhooks")
