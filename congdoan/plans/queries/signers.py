"""Who may sign a plan of a unit: its leaders on that day."""

from datetime import date

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import roles_with


def signers_of(unit: Unit, *, on: date) -> QuerySet[User]:
    posts = Post.objects.held(on).filter(unit=unit, role__in=roles_with("plans.approve"))
    return User.objects.filter(pk__in=posts.values("user_id"), is_active=True).order_by("sort_key")
