"""`congdoan read-plan FILE` reads a paper without a database or a running server; `--evaluate DIR` measures it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

UNREADABLE = 2


def main(argv: list[str]) -> int:
    """Print one reading or one evaluation; 0, or 2 with one Vietnamese sentence on standard error."""
    arguments = _arguments(argv)
    if arguments.evaluate is not None:
        return _print(lambda: _evaluated(arguments.evaluate, arguments.format, verbose=arguments.verbose))
    from congdoan.documents.reading.confine import confined

    return _print(lambda: confined(lambda: _read(arguments.file, arguments.format)))


def _print(work: Callable[[], bytes]) -> int:
    from congdoan.documents.reading.errors import UnreadableFile

    try:
        printed = work()
    except UnreadableFile as error:
        sys.stderr.write(f"{error.message}\n")
        return UNREADABLE
    sys.stdout.buffer.write(printed)
    sys.stdout.buffer.flush()
    return 0


def _read(file: Path, form: str | None) -> bytes:
    """What is printed for one file."""
    from congdoan.documents.reading.json_form import to_json
    from congdoan.documents.reading.reader import read_file

    reading = read_file(file)
    text = reading.text if form == "text" else json.dumps(to_json(reading), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _evaluated(folder: Path, form: str | None, *, verbose: bool) -> bytes:
    """What is printed for a folder of papers with answers."""
    from congdoan.documents.reading.evaluation.data import to_data
    from congdoan.documents.reading.evaluation.evaluate import evaluate
    from congdoan.documents.reading.evaluation.table import table

    scores = evaluate(folder)
    if form == "json":
        return (json.dumps(to_data(scores), ensure_ascii=False, indent=1) + "\n").encode()
    return table(scores, verbose=verbose).encode()


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="congdoan read-plan",
        description=(
            "Đọc một văn bản (Word, OpenDocument, PDF, chữ, bảng tính, ảnh) và in các nhiệm vụ, căn cứ, phân công; "
            "hoặc đối chiếu kết quả đọc với đáp án."
        ),
    )
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="tệp cần đọc")
    parser.add_argument(
        "--evaluate", type=Path, metavar="DIR", help="thư mục có các văn bản và đáp án cùng tên (.toml hoặc .json)"
    )
    parser.add_argument("--verbose", action="store_true", help="khi đối chiếu: liệt kê mọi chỗ sai của từng văn bản")
    parser.add_argument(
        "--format",
        choices=("json", "text"),
        help="một tệp: json (mặc định) hoặc text, phần chữ; đối chiếu: text, bảng (mặc định) hoặc json",
    )
    arguments = parser.parse_args(argv)
    if (arguments.file is None) == (arguments.evaluate is None):
        parser.error("cần một tệp, hoặc --evaluate và một thư mục")
    return arguments


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
