"""Compares a reading with the answers that a clerk wrote down."""

from __future__ import annotations

from congdoan.documents.reading.evaluation.alike import near_passage, passage, plain, quoted_inside, same_passage
from congdoan.documents.reading.evaluation.answers import CITATION_FIELDS, Answers, Item
from congdoan.documents.reading.evaluation.marks import field_is_marked, find_passage, is_marked, overlap
from congdoan.documents.reading.evaluation.pairs import pair
from congdoan.documents.reading.evaluation.score import TASK_FIELDS, Fault, Score
from congdoan.documents.reading.model import Citation, PlanReading, Span, Target, Task


def compare(name: str, reading: PlanReading, answers: Answers) -> Score:
    score = Score(name)
    _compare_header(score, reading, answers.header)
    _compare_citations(score, reading, answers.citations)
    _compare_tasks(score, reading, answers)
    if answers.targets is not None:
        _compare_targets(score, reading, answers)
    score.silent = sorted(answers.warnings - {warning.code for warning in reading.warnings})
    wrong = [fault.span for fault in score.faults if fault.span]
    fields = {fault.measure.removeprefix("header.") for fault in score.faults if fault.measure.startswith("header.")}
    score.false_doubts = sum(
        warning.code not in answers.warnings
        and not any(overlap(warning, span) for span in wrong)
        and warning.code.split("_")[0] not in fields
        for warning in reading.warnings
    )
    return score


def printed(value: object) -> str | None:
    return None if value is None else str(value)


def _compare_header(score: Score, reading: PlanReading, wanted: Item) -> None:
    spans = dict(reading.header.spans)
    for name, value in wanted.items():
        given = printed(getattr(reading.header, name))
        right = _same_field(name, given, printed(value))
        score.tallies[f"header.{name}"].add(right, 1, 1)
        if not right:
            marked = field_is_marked(reading, name)
            score.faults.append(Fault(f"header.{name}", printed(value), given, spans.get(name), marked))


def _same_field(name: str, given: str | None, wanted: str | None) -> bool:
    """A subject in capitals may be written small, so its case does not count."""
    if name == "subject" and given and wanted:
        return passage(given) == passage(wanted)
    return plain(given) == plain(wanted)


def _compare_citations(score: Score, reading: PlanReading, wanted: list[Item]) -> None:
    pairs = pair(wanted, reading.citations, _same_citation, _same_symbol, _same_type)
    right = sum(_same_citation(item, citation) for item, citation in pairs.both)
    score.tallies["citations"].add(right, len(wanted), len(reading.citations))
    for item, citation in pairs.both:
        if not _same_citation(item, citation):
            _wrong(score, reading, "citations", _name(item), _name(_fields(citation)), _span(citation))
    for item in pairs.missed:
        span = find_passage(reading, item.get("symbol") or item.get("text"))
        _wrong(score, reading, "citations", _name(item), None, span)
    for citation in pairs.extra:
        _wrong(score, reading, "citations", None, citation.text, _span(citation))


def _same_citation(wanted: Item, given: Citation) -> bool:
    fields = _fields(given)
    return all(plain(wanted[name]) == plain(fields[name]) for name in CITATION_FIELDS if name in wanted)


def _same_symbol(wanted: Item, given: Citation) -> bool:
    return given.symbol is not None and plain(wanted.get("symbol")) == plain(given.symbol)


def _same_type(wanted: Item, given: Citation) -> bool:
    return wanted.get("symbol") is None and given.symbol is None and plain(wanted.get("type")) == given.type


def _fields(citation: Citation) -> Item:
    return {
        "type": citation.type,
        "symbol": citation.symbol,
        "date": printed(citation.date),
        "issuer": citation.issuer,
    }


def _name(fields: Item) -> str:
    return ", ".join(str(fields[name]) for name in CITATION_FIELDS if fields.get(name))


def _compare_tasks(score: Score, reading: PlanReading, answers: Answers) -> None:
    wanted = [(passage(item["text"]), item) for item in answers.tasks]
    given = [(passage(task.text), task) for task in reading.tasks]
    pairs = pair(
        wanted,
        given,
        lambda one, other: same_passage(one[0], other[0], whole=answers.whole) and _same_place(one[1], other[1]),
        lambda one, other: same_passage(one[0], other[0], whole=answers.whole),
        lambda one, other: near_passage(one[0], other[0], whole=answers.whole),
        lambda one, other: quoted_inside(one[0], other[0], whole=answers.whole),
    )
    score.tallies["tasks"].add(len(pairs.both), len(wanted), len(given))
    for _, item in pairs.missed:
        _wrong(score, reading, "tasks", item["text"], None, find_passage(reading, item["text"]))
    for _, task in pairs.extra:
        _wrong(score, reading, "tasks", None, task.text, _span(task), doubted=bool(task.doubts))
    for (_, item), (_, task) in pairs.both:
        _compare_task(score, reading, item, task)


def _same_place(wanted: Item, task: Task) -> bool:
    return "section" not in wanted or (wanted["section"] or "") == task.section


def _compare_task(score: Score, reading: PlanReading, wanted: Item, task: Task) -> None:
    given = {
        "section": task.section or None,
        "lead": task.lead,
        "cooperating": task.cooperating,
        "due": due_of(task),
        "product": task.product,
    }
    for name in TASK_FIELDS:
        if name not in wanted:
            continue
        right = _value(wanted[name]) == _value(given[name])
        score.tallies[name].add(right, 1, 1)
        if not right:
            start = f"{task.section} {task.text[:40]}: "
            found = start + str(given[name] or "–")
            _wrong(score, reading, name, str(wanted[name] or "–"), found, _span(task), doubted=bool(task.doubts))


def due_of(task: Task) -> str | None:
    if task.due is None:
        return None
    return task.due.date.isoformat() if task.due.date else task.due.recurrence


def _value(value: object) -> object:
    """Units are compared as sets; an empty value is none."""
    if isinstance(value, list | tuple):
        return {plain(one) for one in value}
    return plain(value) or None


def _compare_targets(score: Score, reading: PlanReading, answers: Answers) -> None:
    wanted = answers.targets or []

    def same(one: Item, other: Target) -> bool:
        values = all(one[name] == getattr(other, name) for name in ("value", "unit") if name in one)
        return values and same_passage(passage(one["text"]), passage(other.text), whole=answers.whole)

    pairs = pair(wanted, reading.targets, same)
    score.tallies["targets"].add(len(pairs.both), len(wanted), len(reading.targets))
    for item in pairs.missed:
        _wrong(score, reading, "targets", item["text"], None, find_passage(reading, item["text"]))
    for target in pairs.extra:
        _wrong(score, reading, "targets", None, target.text, _span(target))


def _span(item: Citation | Task | Target) -> Span:
    return Span(item.start, item.end)


def _wrong(
    score: Score,
    reading: PlanReading,
    measure: str,
    wanted: str | None,
    found: str | None,
    span: Span | None,
    *,
    doubted: bool = False,
) -> None:
    score.faults.append(Fault(measure, wanted, found, span, doubted or is_marked(reading, span)))
