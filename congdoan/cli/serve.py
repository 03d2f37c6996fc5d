"""`congdoan serve`: the whole office in one command."""

import argparse
import contextlib

import django

from congdoan.cli import texts
from congdoan.cli.address import announce, check_free, reached_at
from congdoan.cli.mark import is_prepared
from congdoan.cli.processes import WORKERS, Office
from congdoan.config.data_folder import data_folder


def serve(arguments: list[str]) -> int:
    """Prepare the installation, then serve pages and background work until asked to stop."""
    asked = parser().parse_args(arguments)
    if not asked.prepare:
        check_free(asked.host, asked.port)
    announce(asked.host, asked.port)
    if asked.prepare or not is_prepared(data_folder()):
        prepare_all(empty=asked.empty)
    if asked.prepare:
        print(texts.PREPARED)
    else:
        run_office(asked)
    return 0


def prepare_all(*, empty: bool) -> None:
    django.setup()
    from congdoan.cli.prepare import prepare

    prepare(empty=empty)


def run_office(asked: argparse.Namespace) -> None:
    """Start the pages first and alone; what else this process needs is read in when the first page has come."""
    address = reached_at(asked.host, asked.port)
    made = Office(asked.host, asked.port, asked.workers, with_worker=not asked.no_worker)
    with contextlib.closing(made) as office:
        office.open()
        if office.wait_for_first_page():
            print(texts.READY.format(address=address), flush=True)
            django.setup()
            from congdoan.cli.welcome import welcome

            print(welcome(address), flush=True)
            office.run()
    print(texts.STOPPED)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="congdoan serve",
        description="Chạy trang web và việc nền. Lần đầu sẽ tạo cơ sở dữ liệu và nạp liên đoàn mẫu. Ctrl-C để dừng.",
    )
    made.add_argument(
        "--host", metavar="ĐỊA_CHỈ", default="127.0.0.1", help="địa chỉ mở ra mạng (mặc định chỉ máy này: 127.0.0.1)"
    )
    made.add_argument("--port", metavar="SỐ", type=port, default=8000, help="cổng (mặc định 8000)")
    made.add_argument(
        "--workers", metavar="SỐ", type=int, default=WORKERS, help=f"số tiến trình phục vụ trang (mặc định {WORKERS})"
    )
    made.add_argument(
        "--no-worker", action="store_true", help="không chạy việc nền ở đây (đã có congdoan worker chạy riêng)"
    )
    made.add_argument("--empty", action="store_true", help="lần đầu không nạp liên đoàn mẫu; tự tạo người quản trị")
    made.add_argument("--prepare", action="store_true", help="chỉ chuẩn bị mọi thứ rồi thoát, không chạy")
    return made


def port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65536:
        raise ValueError
    return number
