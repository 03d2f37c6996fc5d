"""Checks that everything that must hold does hold, and says where it does not."""

import json
import sys
import time
from argparse import ArgumentParser
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from congdoan.core.audit.hardening.weaknesses import is_hardened
from congdoan.core.audit.sealing.outside import differences, lines_after, log_lines
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.verify.checks import Check, Progress
from congdoan.core.verify.run import Result, verify


class Command(BaseCommand):
    help = (
        "Kiểm tra toàn bộ dữ liệu: số văn bản, tệp, việc, nhật ký. Mã thoát 0 khi mọi điều đều đúng, 1 khi có chỗ sai."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--roots", metavar="TỆP", type=Path, help="ghi thêm mọi gốc niêm phong ra tệp, để cất ở nơi khác"
        )
        parser.add_argument(
            "--against", metavar="TỆP", type=Path, help="so chuỗi niêm phong với các gốc đã ghi ra tệp trước đây"
        )
        parser.add_argument("--quick", action="store_true", help="không đọc lại nội dung từng tệp và từng dòng nhật ký")
        parser.add_argument(
            "--format", choices=["text", "json"], default="text", help="json: mỗi dòng một kết quả, cho máy đọc"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        say = self._as_json if options["format"] == "json" else self._as_text
        wrong = 0
        if not options["quick"]:
            seal_new()
        if options["roots"]:
            self._export(options["roots"])
        for result in verify(quick=options["quick"], more=_copy(options["against"]), progress=_progress()):
            say(result)
            wrong += not result.holds
        if wrong:
            raise CommandError(f"{wrong} điều không đúng.")
        if options["format"] == "text":
            rights = "đã siết" if is_hardened() else "chưa siết (xem congdoan harden --help)"
            self.stdout.write(f"Mọi điều đều đúng. Quyền của ứng dụng trên nhật ký: {rights}.")

    def _export(self, path: Path) -> None:
        try:
            with path.open("x", encoding="ascii") as out:
                out.writelines(f"{line}\n" for line in lines_after(0))
        except FileExistsError:
            raise CommandError(f"đã có {path}; chọn tên tệp khác.") from None
        self.stderr.write(f"Đã ghi các gốc niêm phong ra {path}, SHA-256 {sha256(path.read_bytes()).hexdigest()}")

    def _as_text(self, result: Result) -> None:
        mark = "đúng" if result.holds else f"SAI ({result.found})"
        self.stdout.write(f"{mark:<9} {result.sentence}  [{result.name}, {result.seconds:.2f} s]")
        for place in result.places:
            self.stdout.write(f"          – {place}")
        if more := result.found - len(result.places):
            self.stdout.write(f"          … và {more} chỗ nữa")
        self.stdout.flush()

    def _as_json(self, result: Result) -> None:
        self.stdout.write(json.dumps({**asdict(result), "holds": result.holds}, ensure_ascii=False))
        self.stdout.flush()


def _copy(path: Path | None) -> list[tuple[str, Check]]:
    if path is None:
        return []
    if not path.is_file():
        raise CommandError(f"không có tệp {path}.")
    check = Check(f"Chuỗi niêm phong khớp với {path}", lambda _: differences(log_lines(path), str(path)))
    return [("seals.against", check)]


def _progress() -> Progress:
    """One line that is written over, for somebody who watches; nothing when the output goes to a file."""
    shown = 0.0

    def show(stage: str, done: int, total: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - shown > 0.2:
            shown = time.monotonic()
            sys.stderr.write(f"\r\033[K{stage} {done}/{total}\r")
            sys.stderr.flush()

    return show
