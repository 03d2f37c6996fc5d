"""What a clerk wrote down as the right reading of a paper: `NAME.toml` of `cases/`, or the JSON of `read-plan`."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congdoan.documents.reading.errors import UnreadableFile

HEADER_FIELDS = ("type", "number", "symbol", "date", "issuer", "subject", "until")
CITATION_FIELDS = ("type", "symbol", "date", "issuer")
BROKEN = "Không đọc được đáp án {name}: {reason}."

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """Right values by key. A key that is not there was not answered; None means that the paper does not give it.

    `tasks`: "due" is a day (ISO 8601), a recurrence or None. `whole`: texts are complete, not only their beginnings.
    `targets` is None when targets were not answered. `warnings`: codes that the paper must provoke.
    """

    header: Item
    citations: list[Item]
    tasks: list[Item]
    targets: list[Item] | None
    warnings: frozenset[str]
    whole: bool


def load_answers(path: Path) -> Answers:
    """The answers in a .toml or .json file; raises UnreadableFile."""
    try:
        content = path.read_text("utf-8")
        return _of_json(json.loads(content)) if path.suffix == ".json" else _of_toml(tomllib.loads(content))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile(BROKEN.format(name=path.name, reason=error)) from error


def _of_toml(given: Item) -> Answers:
    """TOML knows no null: what is left out of a citation or a task is not in the paper."""
    header = dict(given["header"])
    for name in header.pop("absent", ()):
        header[name] = None
    return Answers(
        header=header,
        citations=[{name: one.get(name) for name in (*CITATION_FIELDS, "text")} for one in given.get("citations", [])],
        tasks=[_task(one, one.get("due")) for one in given.get("tasks", [])],
        targets=given.get("targets", []),
        warnings=frozenset(one["code"] for one in given.get("warnings", [])),
        whole=False,
    )


def _of_json(given: Item) -> Answers:
    return Answers(
        header={name: given["header"][name] for name in HEADER_FIELDS if name in given["header"]},
        citations=[{name: one[name] for name in CITATION_FIELDS if name in one} for one in given["citations"]],
        tasks=[_task(one, _day_or_recurrence(one.get("due"))) for one in given["tasks"]],
        targets=given.get("targets"),
        warnings=frozenset(one["code"] for one in given.get("warnings", [])),
        whole=True,
    )


def _task(given: Item, due: str | None) -> Item:
    task = {
        "text": given["text"],
        "lead": list(given.get("lead", [])),
        "cooperating": list(given.get("cooperating", [])),
        "due": due,
        "product": given.get("product"),
    }
    return task | ({"section": given["section"]} if "section" in given else {})


def _day_or_recurrence(due: Item | None) -> str | None:
    return None if due is None else due.get("date") or due.get("recurrence")
