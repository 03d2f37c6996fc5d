from django.db.models import Count, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.worklist.models import Webhook, WebhookDelivery

MANAGE = "settings.manage"


def webhooks_of(user: User) -> QuerySet[Webhook]:
    """Those of the units whose administrator the person is, with how many events wait."""
    waiting = Count("deliveries", filter=Q(deliveries__state=WebhookDelivery.State.WAITING))
    found = Webhook.objects.visible_to(user, MANAGE).filter(removed_at=None)
    return found.select_related("unit", "made_by").annotate(waiting=waiting).order_by("unit__path", "pk")


def webhook_for(user: User, webhook_id: int) -> Webhook:
    found = find(webhooks_of(user), webhook_id)
    if found is None:
        raise NotFound("Không có webhook này, hoặc webhook của đơn vị khác.")
    return found


def units_to_tell_of(user: User) -> QuerySet[Unit]:
    """The units whose events the person may have told to others."""
    return Unit.objects.filter(under_paths("path", scope(user, MANAGE).paths))
