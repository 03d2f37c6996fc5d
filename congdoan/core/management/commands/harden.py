"""Takes from the application's database role what could change the audit in silence."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from congdoan.core.audit.hardening.harden import app_role, harden
from congdoan.core.audit.hardening.owner import as_owner
from congdoan.core.audit.hardening.weaknesses import weaknesses


class Command(BaseCommand):
    help = (
        "Siết quyền: vai trò của ứng dụng (DATABASE_URL) không còn sửa, xóa được nhật ký, quyết định, niêm phong; "
        "các bảng thuộc vai trò chủ sở hữu (CONGDOAN_OWNER_URL), vai trò này chạy nâng cấp. Chạy lại lúc nào cũng được."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        app = app_role()
        with as_owner():
            before = list(weaknesses(app))
            harden(app)
            left = list(weaknesses(app))
        for sentence in before:
            self.stdout.write(f"{'CÒN' if sentence in left else 'đã siết'}  {sentence}")
        if left:
            raise CommandError(f"còn {len(left)} điểm yếu, phải sửa bằng tay trên máy chủ PostgreSQL.")
        self.stdout.write(f"Vai trò {app} không sửa được nhật ký, quyết định và niêm phong.")
