"""Imports units and officers from a sheet; without --apply only says what it would do."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.core.errors import DomainError
from congdoan.organisation.importing.columns import template_workbook
from congdoan.organisation.importing.drafts import ImportDraft
from congdoan.organisation.models import Unit
from congdoan.organisation.services.import_sheet import check_sheet, import_sheet, read_units_and_officers


class Command(BaseCommand):
    help = "Nhập đơn vị và cán bộ từ tệp XLSX. Không có --apply thì chỉ kiểm tra."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="TỆP", type=Path, help="tệp .xlsx")
        parser.add_argument("--apply", action="store_true", help="nhập thật; mọi dòng hoặc không dòng nào")
        parser.add_argument(
            "--under", metavar="TÊN_GỌN", default="", help="tên gọn của đơn vị nhận; mặc định là đơn vị cao nhất"
        )
        parser.add_argument("--template", action="store_true", help="ghi tệp mẫu trống vào đường dẫn này")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if options["template"]:
            _write_template(file)
            return
        try:
            content = file.read_bytes()
        except OSError:
            raise CommandError(f"Không đọc được {file}.") from None
        try:
            with audit_context(user_id=None, origin="command:import_organisation"):
                self._import(content, _unit(options["under"]), apply=options["apply"])
        except DomainError as error:
            raise CommandError(error.message) from None

    def _import(self, content: bytes, within: Unit, *, apply: bool) -> None:
        draft = check_sheet(read_units_and_officers(content), within=within, by=None)
        for error in draft.errors:
            self.stderr.write(str(error))
        if draft.errors:
            raise CommandError(f"Tệp có {len(draft.errors)} lỗi, chưa nhập gì.")
        if apply:
            draft = import_sheet(by=None, within=within, content=content)
        self.stdout.write(f"{'Đã nhập' if apply else 'Sẽ nhập'} dưới {within}: {in_words(draft)}.")


def _write_template(file: Path) -> None:
    try:
        file.write_bytes(template_workbook())
    except OSError:
        raise CommandError(f"Không ghi được {file}. Chọn thư mục khác.") from None


def in_words(draft: ImportDraft) -> str:
    return (
        f"{len(draft.units)} đơn vị mới, {draft.known} đơn vị đã có, "
        f"{len(draft.people)} tài khoản mới, {len(draft.posts)} chức vụ"
    )


def _unit(short_name: str) -> Unit:
    units = Unit.objects.existing(clock.today())
    found = list(units.filter(short_name=short_name)[:2] if short_name else units.filter(parent=None)[:2])
    if len(found) != 1:
        raise CommandError(
            f"Có {len(found)} đơn vị “{short_name}”. Dùng đúng tên gọn của một đơn vị."
            if short_name
            else "Chưa có đơn vị cao nhất. Tạo bằng create-admin --organisation, rồi nhập tiếp."
        )
    return found[0]
