"""Histories do not show what was erased on request."""

from collections.abc import Mapping
from datetime import datetime

from django.db import models

from congdoan.accounts.models import User
from congdoan.privacy.models import DataRequest

FIELDS = ("email", "phone")


def erased_of(obj: models.Model) -> Mapping[str, datetime]:
    """The contact fields of an account whose erasure was carried out, and when last."""
    if not isinstance(obj, User):
        return {}
    done = DataRequest.objects.filter(person=obj).exclude(erased_at=None).order_by("-erased_at")
    at = done.values_list("erased_at", flat=True).first()
    return dict.fromkeys(FIELDS, at) if at else {}
