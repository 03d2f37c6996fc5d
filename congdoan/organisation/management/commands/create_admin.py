"""Makes a system administrator at an organisation, also the very first one."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from congdoan.accounts.invitation import invitation_link
from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.core.errors import DomainError
from congdoan.organisation.kinds import UnitKind
from congdoan.organisation.models import Unit
from congdoan.organisation.services.establish import establish_unit
from congdoan.organisation.services.found import make_administrator

PASSWORD_VARIABLE = "CONGDOAN_ADMIN_PASSWORD"  # noqa: S105


class Command(BaseCommand):
    help = (
        "Tạo người quản trị hệ thống. Mật khẩu lấy từ biến môi trường "
        f"{PASSWORD_VARIABLE}; không có thì in ra liên kết để đặt mật khẩu."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="TÊN_ĐĂNG_NHẬP", help="tên đăng nhập")
        parser.add_argument("--full-name", metavar="HỌ_TÊN", required=True, help="họ và tên")
        parser.add_argument("--email", metavar="THƯ", default="", help="thư điện tử")
        parser.add_argument(
            "--unit", metavar="TÊN_GỌN", default="", help="tên gọn của đơn vị; mặc định là đơn vị cao nhất"
        )
        parser.add_argument(
            "--organisation",
            metavar="TÊN",
            default="",
            help="tên đơn vị cao nhất cần lập khi hệ thống chưa có đơn vị",
        )
        parser.add_argument(
            "--kind",
            metavar="LOẠI",
            default=UnitKind.PROVINCE,
            choices=UnitKind.values,
            help=f"loại của đơn vị cần lập: {', '.join(UnitKind.values)}; mặc định {UnitKind.PROVINCE}",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = os.environ.get(PASSWORD_VARIABLE)
        try:
            with audit_context(user_id=None, origin="command:create_admin"):
                unit = _unit(options["unit"], options["organisation"], options["kind"])
                user = make_administrator(
                    unit=unit,
                    username=options["username"],
                    full_name=options["full_name"],
                    email=options["email"],
                    password=password,
                )
        except DomainError as error:
            raise CommandError(error.message) from None
        self.stdout.write(f"Đã tạo {user.username}, quản trị hệ thống tại {unit}.")
        if password is None:
            self.stdout.write(f"Đặt mật khẩu tại: {invitation_link(user)}")


def _unit(short_name: str, organisation: str, kind: str) -> Unit:
    """The named unit, else the root, which is established when there is none and a name is given."""
    units = Unit.objects.existing(clock.today())
    found = units.filter(short_name=short_name).first() if short_name else units.filter(parent=None).first()
    if found:
        return found
    if short_name or units.exists():
        raise CommandError(f"Không có đơn vị “{short_name}”. Dùng đúng tên gọn của đơn vị.")
    if not organisation:
        raise CommandError("Hệ thống chưa có đơn vị nào. Thêm --organisation “Liên đoàn Lao động tỉnh ...”.")
    return establish_unit(
        by=None, parent=None, kind=kind, name=organisation, short_name=organisation, effective_on=clock.today()
    )
