"""Copies of the roots outside the database: who changes the database alone is betrayed by them.

One block is one line: number, moment, root, signature and public key in hexadecimal. The worker appends to the log of
this machine; the same lines can be exported, and are compared again with `congdoan verify --against`.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from congdoan.core.audit.sealing.head import moment
from congdoan.core.models.seals import SealBlock


def line_of(block: SealBlock) -> str:
    parts = (bytes(block.root).hex(), bytes(block.signature).hex(), bytes(block.public_key).hex())
    return f"{block.number} {moment(block.sealed_at)} {' '.join(parts)}"


def lines_after(number: int) -> Iterator[str]:
    for block in SealBlock.objects.filter(number__gt=number).order_by("number").iterator(1000):
        yield line_of(block)


def write_missing() -> None:
    """Append what the log of this machine does not have yet. Never changes what stands there."""
    path: Path = settings.SEAL_LOG
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="ascii") as log:
        for line in lines_after(_last_number(path)):
            log.write(line + "\n")
        log.flush()
        os.fsync(log.fileno())


def differences(lines: Iterable[str], place: str) -> Iterator[str]:
    """Where copies of roots and the database disagree, block by block."""
    for text in lines:
        number, root = _number_and_root(text)
        if number is None:
            yield f"{place}: có dòng không đọc được: {text[:40]}"
            continue
        block = SealBlock.objects.filter(number=number).only("number", "root").first()
        if block is None:
            yield f"Khối {number} không còn trong cơ sở dữ liệu ({place} có)"
        elif bytes(block.root).hex() != root:
            yield f"Khối {number} khác với bản đã ghi ở {place}"


def log_lines(path: Path) -> Iterator[str]:
    """The lines of a copy; none when there is none. A last line that was cut off is left out."""
    if path.exists():
        with path.open(encoding="ascii", errors="replace") as log:
            yield from (line.rstrip("\n") for line in log if line.endswith("\n"))


def _last_number(path: Path) -> int:
    return max((number or 0 for number, _ in map(_number_and_root, log_lines(path))), default=0)


def _number_and_root(line: str) -> tuple[int | None, str]:
    parts = line.split(" ")
    whole = len(parts) == 5 and parts[0].isdecimal()
    return (int(parts[0]) if whole else None), (parts[2] if whole else "")
