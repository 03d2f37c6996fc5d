"""`congdoan bounces < MAIL`: a mail transfer agent hands over what was sent back to us."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from congdoan.core.audit.context import audit_context
from congdoan.worklist.mailing.report import LARGEST
from congdoan.worklist.services.mail_returns import take_report

TRY_AGAIN = 75
"""What mail transfer agents know as EX_TEMPFAIL: they keep the mail and come again."""


class Command(BaseCommand):
    help = (
        "Nhận một thư báo không gửi được (RFC 3464) từ đầu vào chuẩn và ghi vào thư đã gửi; máy chủ thư gọi lệnh này. "
        "Thư khác được bỏ qua. Mã 75 khi chưa ghi được, để máy chủ thư đưa lại sau."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """None: everything is in the mail."""

    def handle(self, *args: Any, **options: Any) -> None:
        raw = sys.stdin.buffer.read(LARGEST)
        while sys.stdin.buffer.read(1 << 16):
            """A transfer agent whose mail is not read to its end takes that for a failure."""
        try:
            with audit_context(user_id=None, origin="command:bounces"):
                mail = take_report(raw)
        except Error:
            raise CommandError("Cơ sở dữ liệu chưa trả lời; đưa lại thư này sau.", returncode=TRY_AGAIN) from None
        self.stdout.write(f"Thư số {mail.pk} không tới nơi." if mail else "Không phải báo cáo về thư đã gửi; bỏ qua.")
