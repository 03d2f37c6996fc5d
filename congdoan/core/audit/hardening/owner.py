"""The owner's connection, from CONGDOAN_OWNER_URL: for migrations and hardening, never for the pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.conf import settings
from django.db import connections

from congdoan.core.errors import DomainError

_FIELDS: Final = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")


class NoOwner(DomainError):
    """What is wanted needs the owner's role."""


@contextmanager
def as_owner() -> Iterator[None]:
    """Inside, the database is reached as its owner. The other connection stays open, with the locks that it holds."""
    if not settings.OWNER_DATABASE:
        raise NoOwner("Đặt CONGDOAN_OWNER_URL là địa chỉ cơ sở dữ liệu với vai trò chủ sở hữu rồi chạy lại.")
    ours = connections["default"]
    owners = ours.copy()
    owners.settings_dict.update({name: settings.OWNER_DATABASE.get(name, "") for name in _FIELDS})
    owners.settings_dict["OPTIONS"] = settings.OWNER_DATABASE.get("OPTIONS", {})
    connections["default"] = owners
    try:
        yield
    finally:
        owners.close()
        connections["default"] = ours
