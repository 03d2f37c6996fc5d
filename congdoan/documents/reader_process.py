"""The reader in a process of its own: whatever a file makes it do, the worker that asked lives on.

Started as `python -m congdoan.documents.reader_process FILE FOLDER`. Writes reading.json and page-N.jpg into FOLDER,
prints "stage done total" for each step; exit 2 and one sentence on standard error when the file cannot be read.
"""

import json
import sys
from pathlib import Path

from congdoan.documents.reading.confine import TOO_MUCH, UNREADABLE, end_with_parent, set_limits


def main(file: Path, folder: Path) -> int:
    """Read `file`; returns the exit code."""
    set_limits()
    end_with_parent()
    from congdoan.documents.codec import to_plain
    from congdoan.documents.pictures import page_pictures
    from congdoan.documents.reading.detect import detect
    from congdoan.documents.reading.errors import UnreadableFile
    from congdoan.documents.reading.reader import read_file

    try:
        read = read_file(file, on_stage=_say)
        for number, picture in page_pictures(file, detect(file), read.pages):
            (folder / f"page-{number}.jpg").write_bytes(picture)
    except UnreadableFile as error:
        sys.stderr.write(error.message)
        return UNREADABLE
    except MemoryError:
        sys.stderr.write(TOO_MUCH)
        return UNREADABLE
    (folder / "reading.json").write_text(json.dumps(to_plain(read), ensure_ascii=False), encoding="utf-8")
    return 0


def _say(stage: str, done: int, total: int) -> None:
    sys.stdout.write(f"{stage} {done} {total}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
