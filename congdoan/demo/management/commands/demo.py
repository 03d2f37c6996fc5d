"""Loads the demo federation into an empty installation, or takes it away again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from congdoan.core.errors import DomainError
from congdoan.demo.build import build
from congdoan.demo.remove import contents, remove

ANSWER = "xóa"


class Command(BaseCommand):
    help = "Nạp liên đoàn mẫu vào hệ thống còn trống, hoặc xóa liên đoàn mẫu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--remove", action="store_true", help="xóa liên đoàn mẫu cùng mọi dữ liệu đã nhập")
        parser.add_argument("--yes", action="store_true", help="xóa mà không hỏi lại")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["remove"]:
                self._remove(sure=options["yes"])
            else:
                build()
                self.stdout.write("Đã nạp liên đoàn mẫu.")
        except DomainError as error:
            raise CommandError(error.message) from None

    def _remove(self, *, sure: bool) -> None:
        there = contents()
        if not sure and _answer(f"Sẽ xóa {there}, cùng mọi dữ liệu đã nhập thêm. Gõ “{ANSWER}” để xóa: ") != ANSWER:
            raise CommandError("Chưa xóa gì.")
        remove()
        self.stdout.write(f"Đã xóa liên đoàn mẫu: {there}.")


def _answer(question: str) -> str:
    try:
        return input(question).strip().lower()
    except EOFError:
        raise CommandError("Chưa xóa gì. Thêm --yes để xóa mà không hỏi lại.") from None
