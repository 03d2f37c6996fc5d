"""What was corrected in the header, the outline, the cited papers, the tasks and their days."""

from collections.abc import Iterator
from typing import Final

from congdoan.core.text import normalise
from congdoan.documents.models import Document, DocumentType
from congdoan.plans.models import Correction, Stage
from congdoan.plans.services.review.learning.difference import Difference
from congdoan.plans.services.review.learning.drafted import Drafted
from congdoan.plans.services.review.rows import Row

What = Correction.What
HEADER: Final = {
    "type": What.TYPE,
    "symbol": What.SYMBOL,
    "issued_on": What.DATE,
    "subject": What.SUBJECT,
    "until": What.UNTIL,
}


def header_value(row: Row, field: str) -> str:
    """A fact of the header as text; the type as papers print it."""
    value = row[field] or ""
    return str(DocumentType(value).label) if field == "type" and value else str(value)


def of_header(drafted: Drafted) -> Iterator[Difference]:
    for key, (first, now) in drafted.both("plan").items():
        for field, what in HEADER.items():
            read, corrected = header_value(first, field), header_value(now, field)
            if read != corrected:
                yield Difference(Stage.HEADER, what, "", read, corrected, (("plan", key),))


def of_outline(drafted: Drafted) -> Iterator[Difference]:
    """Headings with another number or other words, and those that were missed or are none."""
    for key in {**drafted.first["section"], **drafted.now["section"]}:
        first, now = drafted.first["section"].get(key), drafted.now["section"].get(key)
        read, corrected = _heading(first), _heading(now)
        if read != corrected:
            row = first or now or {}
            yield Difference(
                Stage.OUTLINE,
                What.HEADING,
                row["number"],
                read,
                corrected,
                (("section", key),),
                row["start"],
                row["end"],
            )


def of_citations(drafted: Drafted) -> Iterator[Difference]:
    """A mention that was linked to a paper with another symbol than the one read, or to another paper than found."""
    both = drafted.both("citation")
    changed = {
        key: pair for key, pair in both.items() if pair[1]["cited_id"] and pair[0]["cited_id"] != pair[1]["cited_id"]
    }
    papers = Document.objects.in_bulk([now["cited_id"] for _, now in changed.values()])
    for key, (first, now) in changed.items():
        paper = papers[now["cited_id"]]
        if first["cited_id"] is None and paper.symbol == first["symbol"]:
            continue
        read, corrected = first["symbol"] or first["text"], paper.symbol or paper.subject
        rows = (("citation", key),)
        yield Difference(Stage.CITATIONS, What.CITATION, "", read, corrected, rows, first["start"], first["end"])


def of_tasks(drafted: Drafted, text: str) -> Iterator[Difference]:
    """Tasks that were missed or are none, and those whose words, section or product were corrected."""
    for key, row in drafted.removed("task").items():
        yield _task(What.REMOVED, row, key, row["text"], "")
    for key, row in drafted.added("task").items():
        yield _task(What.ADDED, row, key, "", row["text"])
    for key, (first, now) in drafted.both("task").items():
        if first["text"] != now["text"]:
            yield _task(What.TEXT, first, key, first["text"], now["text"])
        elif first["title"] != now["title"]:
            yield _task(What.TITLE, first, key, first["title"], now["title"])
        before, after = _section(drafted, first), _section(drafted, now)
        if first["section_id"] != now["section_id"]:
            yield _task(What.SECTION, first, key, before, after)
        if first["product"] != now["product"] and (first["product"] or _is_printed(now["product"], text)):
            yield _task(What.PRODUCT, first, key, first["product"], now["product"])


def of_due(drafted: Drafted) -> Iterator[Difference]:
    for key, (first, now) in drafted.both("task").items():
        read, corrected = due_of(first), due_of(now)
        if read != corrected:
            yield Difference(
                Stage.DUE, What.DUE, now["number"], read, corrected, (("task", key),), first["start"], first["end"]
            )


def due_of(row: Row) -> str:
    """The task's own day (ISO 8601) or recurrence; empty when it takes the day of the whole plan."""
    return "" if row["due_from_plan"] else str(row["due"] or row["recurrence"] or "")


def _task(what: What, row: Row, key: str, read: str, corrected: str) -> Difference:
    return Difference(Stage.TASKS, what, row["number"], read, corrected, (("task", key),), row["start"], row["end"])


def _heading(row: Row | None) -> str:
    return f"{row['number']} {row['title']}".strip() if row else ""


def _section(drafted: Drafted, row: Row) -> str:
    key = str(row["section_id"])
    section = drafted.now["section"].get(key) or drafted.first["section"].get(key)
    return str(section["number"]) if section else ""


def _is_printed(words: str, text: str) -> bool:
    """Whether the paper has the words at all: what a person adds from elsewhere was not read wrongly."""
    return normalise(words).lower() in normalise(text).lower()
