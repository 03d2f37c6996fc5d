"""`congdoan backup FILE`: one archive of database and files, while people work."""

import getpass
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pyrage
from django.core.management.base import BaseCommand, CommandError

from congdoan.core.backup.errors import BackupFailed
from congdoan.core.backup.keeping import Kept, back_up, new_file, seal_of_settings
from congdoan.core.backup.sealing import Seal, public_key_problem
from congdoan.core.errors import DomainError
from congdoan.core.models import Backup


class Command(BaseCommand):
    help = (
        "Sao lưu cơ sở dữ liệu và tệp của cùng một thời điểm vào một tệp, trong lúc mọi người vẫn làm việc. "
        "Mã hóa bằng khóa công khai (--to, CONGDOAN_BACKUP_KEYS) hoặc cụm mật khẩu (CONGDOAN_BACKUP_PASSPHRASE, "
        "CONGDOAN_BACKUP_PASSPHRASE_FILE, hoặc --encrypt để được hỏi)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="TỆP", type=Path, help="tệp sẽ tạo; không ghi đè tệp đã có")
        parser.add_argument(
            "--to", metavar="KHÓA", action="append", default=[], help="khóa công khai age1...; dùng được nhiều lần"
        )
        parser.add_argument("--encrypt", action="store_true", help="hỏi cụm mật khẩu để mã hóa")
        parser.add_argument("--plain", action="store_true", help="không mã hóa, dù cấu hình có khóa")
        parser.add_argument(
            "--new-key", action="store_true", help="không sao lưu: tạo một khóa mới trong TỆP và in khóa công khai"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            if options["new_key"]:
                self.stdout.write(make_key(file))
            else:
                self._told(back_up(file, seal(options), kind=Backup.Kind.COMMAND, progress=lambda *_: None))
        except DomainError as error:
            raise CommandError(error.message, returncode=2) from None

    def _told(self, kept: Kept) -> None:
        manifest = kept.made.manifest
        self.stdout.write(f"Đã sao lưu vào {kept.path} ({kept.size:,} byte, {manifest.files.count:,} tệp).")
        self.stdout.write(f"Mã nội dung: {manifest.content}")
        if manifest.damaged:
            raise CommandError(
                f"{len(manifest.damaged)} tệp trong kho đã mất hoặc hỏng từ trước nên không có trong bản sao lưu: "
                f"{', '.join(manifest.damaged[:3])}. Chạy congdoan verify để xem."
            )


def seal(options: dict[str, Any]) -> Seal:
    """What the operator asked for, else what the installation is set to."""
    if options["plain"]:
        return Seal()
    for key in options["to"]:
        if problem := public_key_problem(key):
            raise BackupFailed(problem)
    if options["encrypt"]:
        return Seal(tuple(options["to"]), asked_twice())
    return Seal(tuple(options["to"])) if options["to"] else seal_of_settings()


def asked_twice() -> str:
    """A passphrase from the terminal; never from the command line, which others on the machine can read."""
    if found := os.environ.get("CONGDOAN_BACKUP_PASSPHRASE"):
        return found
    if not sys.stdin.isatty():
        raise BackupFailed("Không có màn hình để hỏi cụm mật khẩu; đặt biến CONGDOAN_BACKUP_PASSPHRASE.")
    passphrase = getpass.getpass("Cụm mật khẩu: ")
    if not passphrase or getpass.getpass("Nhập lại: ") != passphrase:
        raise BackupFailed("Hai lần nhập không giống nhau hoặc để trống; chạy lại.")
    return passphrase


def make_key(file: Path) -> str:
    """Put a new secret key into the file; gives the public key in a sentence."""
    own = pyrage.x25519.Identity.generate()
    try:
        with new_file(file) as out:
            out.write(f"# {own.to_public()}\n{own}\n".encode())
    except OSError as error:
        raise BackupFailed(f"Không ghi được {file} ({error.strerror}).") from None
    return f"Đã tạo khóa trong {file}; giữ ở nơi khác máy chủ. Khóa công khai: {own.to_public()}"
