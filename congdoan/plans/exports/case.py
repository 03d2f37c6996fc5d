"""A corrected reading as a case for `congdoan read-plan --evaluate`: the paper and its right answers, in one zip."""

import json
import shutil
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from congdoan.core.files.store import open_stored
from congdoan.core.text import fold
from congdoan.plans.models import CheckedReading

Answers = dict[str, Any]


def case_name(checked: CheckedReading) -> str:
    """Latin letters of the kind and subject: "ke-hoach-cai-cach-hanh-chinh"."""
    words = fold(f"{checked.get_type_display()} {checked.plan.subject}")
    return "-".join("".join(c if c.isalnum() else " " for c in words).split())[:60].rstrip("-")


def write_case(checked: CheckedReading) -> IO[bytes]:
    """The zip, open at its beginning. A paper that has no file is its text. No name of a user is in it."""
    name = case_name(checked)
    file = TemporaryFile()  # noqa: SIM115 - who asked closes it
    with ZipFile(file, "w", ZIP_DEFLATED) as case:
        case.writestr(f"{name}.toml", to_toml(checked.answers, title=_title(checked)))
        stored = checked.reading.document.file
        if stored is None:
            case.writestr(f"{name}.txt", checked.reading.text)
        else:
            suffix = PurePath(stored.name).suffix.lower()
            with open_stored(stored) as content, case.open(f"{name}{suffix}", "w") as entry:
                shutil.copyfileobj(content, entry)
    file.seek(0)
    return file


def to_toml(answers: Answers, *, title: str) -> str:
    """The form of `cases/`: a title, the header, then one table for each citation, target and task."""
    parts = [f"title = {_value(title)}", "[header]\n" + _facts(answers["header"])]
    for name in ("citations", "targets", "tasks"):
        parts += [f"[[{name}]]\n" + _facts(one) for one in answers[name]]
    return "\n\n".join(parts) + "\n"


def _facts(facts: Answers) -> str:
    return "\n".join(f"{name} = {_value(value)}" for name, value in facts.items())


def _value(value: Any) -> str:
    """TOML's strings, numbers and lists of strings are those of JSON, but for the one sign that JSON lets through."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _title(checked: CheckedReading) -> str:
    return f"{checked.get_type_display()}: {checked.plan.subject}, đã rà soát"
