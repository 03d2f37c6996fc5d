"""Django's migrate, as the owner of the tables when there is one; what is new is hardened at once."""

from typing import Any

from django.conf import settings
from django.core.management.commands import migrate

from congdoan.core.audit.hardening.harden import app_role, harden
from congdoan.core.audit.hardening.owner import NoOwner, as_owner
from congdoan.core.audit.hardening.weaknesses import may_change_tables
from congdoan.core.postgres.migrating import few_models_drawn


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.OWNER_DATABASE:
            if not may_change_tables():
                raise NoOwner(
                    "Cơ sở dữ liệu đã siết quyền nên chỉ chủ sở hữu nâng cấp được. "
                    "Chạy congdoan migrate với CONGDOAN_OWNER_URL."
                )
            with few_models_drawn():
                super().handle(*args, **options)
            return
        with as_owner():
            with few_models_drawn():
                super().handle(*args, **options)
            harden(app_role())
