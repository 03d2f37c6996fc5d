"""The organs in whose name a person gives work at once."""

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import posts_of, scope


def leads_an_organ(user: User) -> bool:
    """From the posts already read."""
    return bool(_led(user))


def led_organs(user: User) -> list[Unit]:
    """Those of the person's posts at which they decide over papers."""
    return list(Unit.objects.filter(pk__in=_led(user)))


def _led(user: User) -> set[int]:
    paths = scope(user, "plans.approve").paths
    return {
        post.unit.organ_id for post in posts_of(user) if any(post.unit.organ_path.startswith(path) for path in paths)
    }
