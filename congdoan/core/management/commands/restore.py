"""`congdoan restore FILE`: an archive into an empty installation, all of it or nothing."""

import getpass
import sys
from argparse import ArgumentParser
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from congdoan.core import clock
from congdoan.core.backup.checking import check_archive
from congdoan.core.backup.errors import Unusable
from congdoan.core.backup.keeping import passphrase_of_settings, record
from congdoan.core.backup.making import Made
from congdoan.core.backup.restoring import restore_archive
from congdoan.core.backup.sealing import Opener
from congdoan.core.errors import DomainError
from congdoan.core.models import Backup

OTHER_KEY: Final = (
    "Khóa bí mật của bản cài này khác lúc sao lưu: mã xác thực hai bước và liên kết trong thư cũ không dùng được. "
    "Chép tệp secret-key cũ vào thư mục dữ liệu, hoặc đặt lại xác thực hai bước."
)

SEALED_ELSEWHERE: Final = (
    "Các khối niêm phong trước đây ký bằng khóa công khai {}; từ nay bản cài này ký bằng khóa của mình. "
    "So khóa đó với các gốc niêm phong đã cất ở nơi khác: congdoan verify --against TỆP."
)


class Command(BaseCommand):
    help = (
        "Phục hồi một bản sao lưu vào bản cài còn trống. Kiểm tra toàn bộ tệp trước; hỏng, thiếu, lạ hay mới hơn "
        "chương trình thì nói rõ và không thay đổi gì (mã thoát 2)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="TỆP", type=Path, help="tệp do congdoan backup tạo")
        parser.add_argument("--key", metavar="TỆP_KHÓA", type=Path, help="tệp có khóa AGE-SECRET-KEY-1...")
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra tệp, không phục hồi")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            opener = Opener(keys_in(options["key"]), asked_passphrase)
            if options["check"]:
                self._told("Bản sao lưu tốt", check_archive(file, opener, lambda *_: None))
                return
            restored = restore_archive(file, opener, lambda *_: None)
        except DomainError as error:
            raise CommandError(error.message, returncode=2) from None
        _remember(file, restored.made)
        self._told("Đã phục hồi", restored.made)
        if not restored.knows_key:
            self.stderr.write(OTHER_KEY)
        if restored.seal_keys:
            self.stderr.write(SEALED_ELSEWHERE.format(", ".join(restored.seal_keys)))

    def _told(self, what: str, made: Made) -> None:
        header, manifest = made.header, made.manifest
        rows = sum(table.rows for table in manifest.tables.values())
        self.stdout.write(
            f"{what}: lập lúc {header.made_at}, phiên bản {header.product}, "
            f"{rows:,} dòng, {manifest.files.count:,} tệp."
        )
        self.stdout.write(f"Mã nội dung: {manifest.content}")
        if manifest.damaged:
            self.stderr.write(f"{len(manifest.damaged)} tệp đã mất hoặc hỏng từ trước lúc sao lưu.")


def keys_in(file: Path | None) -> tuple[str, ...]:
    """The secret keys in a key file, as `age-keygen` and `congdoan backup --new-key` write it."""
    if file is None:
        return ()
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Unusable(f"Không đọc được tệp khóa {file}.") from None
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def asked_passphrase() -> str:
    """From the settings, else from the terminal; asked once, though the archive is read twice."""
    found = passphrase_of_settings()
    return found if found or not sys.stdin.isatty() else getpass.getpass("Cụm mật khẩu: ")


def _remember(file: Path, made: Made) -> None:
    manifest = made.manifest
    record(
        Backup(
            kind=Backup.Kind.RESTORED,
            result=Backup.Result.DAMAGED if manifest.damaged else Backup.Result.GOOD,
            place=str(file),
            content_hash=manifest.content,
            size=file.stat().st_size,
            files=manifest.files.count,
            damaged_files=len(manifest.damaged),
            started_at=clock.now(),
        )
    )
