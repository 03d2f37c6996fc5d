"""`congdoan read-plan FILE --format json|text`: reads a paper without a database or a running server."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

UNREADABLE = 2


def main(argv: list[str]) -> int:
    """Print the reading of one file; 0, or 2 with one Vietnamese sentence on standard error."""
    arguments = _arguments(argv)
    from congdoan.documents.reading.confine import confined
    from congdoan.documents.reading.errors import UnreadableFile

    try:
        printed = confined(lambda: _printed(arguments.file, arguments.format))
    except UnreadableFile as error:
        sys.stderr.write(f"{error.message}\n")
        return UNREADABLE
    sys.stdout.buffer.write(printed)
    sys.stdout.buffer.flush()
    return 0


def _printed(file: Path, form: str) -> bytes:
    """What is printed for one file."""
    from congdoan.documents.reading.json_form import to_json
    from congdoan.documents.reading.reader import read_file

    reading = read_file(file)
    text = reading.text if form == "text" else json.dumps(to_json(reading), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="congdoan read-plan",
        description=(
            "Đọc một văn bản (.docx, .pdf, .txt, .xlsx, .jpg, .png) và in các nhiệm vụ, căn cứ, phân công tìm thấy."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp cần đọc")
    parser.add_argument(
        "--format", choices=("json", "text"), default="json", help="json (mặc định) hoặc text: phần chữ"
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
