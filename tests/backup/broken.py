"""Archives that are not as they should be, each made from a good one, with the words that must tell what is wrong."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

from congdoan.core.backup.archive import FILES, HEADER, MANIFEST, TRAILER_SIZE
from congdoan.core.backup.writing import writing

Members = list[tuple[str, bytes]]


def members_of(path: Path) -> Members:
    with tarfile.open(path) as tar:
        return [(member.name, tar.extractfile(member).read()) for member in tar]  # type: ignore[union-attr]


def written(members: Members) -> bytes:
    """An archive with these members and the right digest at its end."""
    out = io.BytesIO()
    with writing(out) as archive:
        for name, content in members:
            archive.add(name, content)
    return out.getvalue()


def altered(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :]


def changed(members: Members, name: str, change: Callable[[bytes], bytes]) -> bytes:
    return written([(own, change(content) if own == name else content) for own, content in members])


def set_in(text: bytes, **values: object) -> bytes:
    return json.dumps({**json.loads(text), **values}).encode()


def with_step(text: bytes) -> bytes:
    steps = [*json.loads(text)["migrations"], ["core", "9999_from_tomorrow"]]
    return set_in(text, migrations=steps, product="9.0.0")


def broken_archives(good: Path) -> dict[str, tuple[bytes, str]]:
    """Name → the bytes, and words that the sentence must hold."""
    whole, members = good.read_bytes(), members_of(good)
    file_name, file_content = next((name, content) for name, content in members if name.startswith(FILES))
    spots = {
        "header": 600,
        "tar header": 2 * 1024,
        "dump": whole.index(b"PGDMP") + 30_000,
        "file": whole.index(file_content) + 5,
        "manifest": whole.index(b'"content"') + 20,
        "padding": len(whole) - TRAILER_SIZE - 700,
        "digest": len(whole) - 20,
    }
    elsewhere = io.BytesIO()
    with tarfile.open(fileobj=elsewhere, mode="w") as tar:
        tar.addfile(tarfile.TarInfo("etc/passwd"))
    return {
        "empty file": (b"", "không phải bản sao lưu"),
        "text": (b"Kinh gui cac don vi\n" * 500, "không phải bản sao lưu"),
        "zip": (b"PK\x03\x04" + bytes(5000), "không phải bản sao lưu"),
        "other tar": (elsewhere.getvalue(), "không phải bản sao lưu"),
        "cut in the dump": (whole[: spots["dump"]], "không trọn vẹn"),
        "cut in the middle": (whole[: len(whole) // 2], "không trọn vẹn"),
        "cut before its digest": (whole[:-TRAILER_SIZE], "không trọn vẹn"),
        "cut by one byte": (whole[:-1], "không trọn vẹn"),
        **{f"altered {name}": (altered(whole, at), "hỏng") for name, at in spots.items() if name != "digest"},
        "altered digest": (altered(whole, spots["digest"]), ""),
        "newer form": (changed(members, HEADER, lambda text: set_in(text, format=99, product="9.0.0")), "9.0.0"),
        "newer steps": (changed(members, HEADER, with_step), "phiên bản mới hơn (9.0.0)"),
        "header with a key that is none": (
            changed(members, HEADER, lambda text: set_in(text, seal_keys=["x"])),
            "không phải bản sao lưu",
        ),
        "header without fields": (changed(members, HEADER, lambda text: b'{"format": 1}'), "không phải bản sao lưu"),
        "file under another name": (changed(members, file_name, lambda text: text + b"x"), "hỏng"),
        "file left out": (written([m for m in members if m[0] != file_name]), "hỏng"),
        "no manifest": (written([m for m in members if m[0] != MANIFEST]), "hỏng"),
        "manifest of nothing": (changed(members, MANIFEST, lambda text: b"[]"), "hỏng"),
        "something added": (written([*members[:-1], ("etc/passwd", b"root"), members[-1]]), "không phải bản sao lưu"),
        "other content than told": (changed(members, MANIFEST, lambda text: set_in(text, content="0" * 64)), "hỏng"),
        "dump of nothing": (
            written([(n, b"PGDMP" if n.startswith("database") else c) for n, c in members]),
            "PostgreSQL không nhận",
        ),
        "dump left out": (written([m for m in members if not m[0].startswith("database")]), "PostgreSQL không nhận"),
    }
