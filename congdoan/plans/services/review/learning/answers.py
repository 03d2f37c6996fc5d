"""The right reading of a paper as `cases/NAME.toml` has it: what was read, with the corrections in their places."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any, Final

from congdoan.core.text import normalise
from congdoan.documents.models import Document
from congdoan.documents.reading.model import Citation, PlanReading
from congdoan.documents.reading.model import Task as ReadTask
from congdoan.plans.models import Correction, PartyRole
from congdoan.plans.services.review.learning.difference import Difference
from congdoan.plans.services.review.learning.drafted import Drafted
from congdoan.plans.services.review.learning.facts import due_of
from congdoan.plans.services.review.learning.parties import Parties
from congdoan.plans.services.review.rows import Row

What = Correction.What
Span = tuple[int, int]
Answers = dict[str, Any]
_HEADER: Final = ("type", "number", "symbol", "date", "issuer", "subject", "until")
_OF_HEADER: Final = {What.TYPE: "type", What.SYMBOL: "symbol", What.DATE: "date", What.SUBJECT: "subject"} | {
    What.UNTIL: "until"
}
_SHORTEST_PREFIX: Final = 40


def answers_of(
    read: PlanReading, parties: Parties, differences: Iterable[Difference], papers: dict[int, Document]
) -> Answers:
    """`papers`: those of the store that citations are linked to, by id. Nothing here names a user."""
    drafted, found = parties.drafted, list(differences)
    wrong = {(row, difference.what) for difference in found for row in difference.rows}
    sources = {(task.start, task.end): task for task in read.tasks}
    return {
        "header": _header(read, found),
        "citations": list(_citations(read, drafted, found, papers)),
        "targets": [
            _without_blanks({"text": normalise(target.text), "value": target.value, "unit": target.unit})
            for target in read.targets
        ],
        "tasks": _shortened([_task(key, row, sources, parties, wrong) for key, row in _in_order(drafted)]),
    }


def _header(read: PlanReading, differences: Iterable[Difference]) -> Answers:
    values = {name: str(value) if (value := getattr(read.header, name)) else "" for name in _HEADER}
    for difference in differences:
        if name := _OF_HEADER.get(difference.what):
            values[name] = difference.corrected.lower() if name == "type" else difference.corrected
            if name == "symbol":
                number = re.match(r"\d+", difference.corrected)
                values["number"] = number[0] if number else ""
    given: Answers = {name: value for name, value in values.items() if value}
    return given | {"absent": [name for name in _HEADER if not values[name]]}


def _citations(
    read: PlanReading, drafted: Drafted, differences: Iterable[Difference], papers: dict[int, Document]
) -> Iterator[Answers]:
    wrong = {key for difference in differences if difference.what == What.CITATION for _, key in difference.rows}
    linked = {
        (row["start"], row["end"]): papers[row["cited_id"]]
        for key, row in drafted.now["citation"].items()
        if key in wrong
    }
    for citation in read.citations:
        yield _citation(citation, linked.get((citation.start, citation.end)))


def _citation(citation: Citation, paper: Document | None) -> Answers:
    if paper is None:
        day, values = citation.date, (citation.type, citation.symbol, citation.issuer)
    else:
        day, values = paper.issued_on, (paper.get_type_display().lower(), paper.symbol, citation.issuer or paper.issuer)
    facts = dict(zip(("type", "symbol", "issuer"), values, strict=True)) | {"date": day.isoformat() if day else None}
    return _without_blanks(facts)


def _in_order(drafted: Drafted) -> list[tuple[str, Row]]:
    return sorted(drafted.now["task"].items(), key=lambda item: (item[1]["order"], item[1]["id"]))


def _task(
    key: str, row: Row, sources: dict[Span, ReadTask], parties: Parties, wrong: set[tuple[tuple[str, str], What]]
) -> Answers:
    first = parties.drafted.first["task"].get(key)
    source = sources.get((first["start"], first["end"])) if first else None

    def is_right(what: What) -> bool:
        return (("task", key), what) not in wrong

    in_place = is_right(What.SECTION) and (("section", str(row["section_id"])), What.HEADING) not in wrong
    due = _due(source) if source and is_right(What.DUE) else due_of(row)
    return _without_blanks(
        {
            "section": source.section if source and in_place else _number(parties.drafted, row),
            "text": normalise(source.text if source and is_right(What.TEXT) else row["text"]),
            "lead": _names(parties, row, PartyRole.LEAD, source.lead if source and is_right(What.LEAD) else None),
            "cooperating": _names(
                parties,
                row,
                PartyRole.COOPERATING,
                source.cooperating if source and is_right(What.COOPERATING) else None,
            ),
            "due": due,
            "product": source.product if source and is_right(What.PRODUCT) else row["product"],
        }
    )


def _due(task: ReadTask) -> str:
    if task.due is None:
        return ""
    return task.due.date.isoformat() if task.due.date else task.due.recurrence or ""


def _number(drafted: Drafted, row: Row) -> str:
    section = drafted.now["section"].get(str(row["section_id"]))
    return str(section["number"]) if section else ""


def _names(parties: Parties, row: Row, role: PartyRole, read: tuple[str, ...] | None) -> list[str]:
    """As the paper prints them where it was read rightly, else as it prints the units that a person chose."""
    if read is not None:
        return list(read)
    rows = parties.now.get((row["id"], role), [])
    return list(dict.fromkeys(str(party["printed"]) or parties.label(party) for party in rows))


def _shortened(tasks: list[Answers]) -> list[Answers]:
    """The words of each task cut to a beginning that no other task has."""
    texts = sorted(task["text"] for task in tasks)
    for task in tasks:
        place = bisect_left(texts, task["text"])
        beside = [texts[at] for at in (place - 1, place + 1) if 0 <= at < len(texts)]
        least = max([_SHORTEST_PREFIX, *(_shared(task["text"], other) + 1 for other in beside)])
        cut = task["text"].find(" ", least)
        task["text"] = task["text"] if cut < 0 else task["text"][:cut]
    return tasks


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _without_blanks(facts: Answers) -> Answers:
    return {name: value for name, value in facts.items() if value not in (None, "", [])}
