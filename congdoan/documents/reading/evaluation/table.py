"""The measures of an evaluation as a table to read, and what was wrong paper by paper."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading.evaluation.score import HEADER, ITEMS, TASK_FIELDS, Fault, Score, Tally, total

NAMES = {
    "header": "Thể thức", "header.type": "  loại văn bản", "header.number": "  số", "header.symbol": "  số, ký hiệu",
    "header.date": "  ngày ban hành", "header.issuer": "  cơ quan ban hành", "header.subject": "  trích yếu",
    "header.until": "  thời hạn của cả văn bản", "citations": "Văn bản được viện dẫn", "tasks": "Nhiệm vụ",
    "targets": "Chỉ tiêu", "section": "  mục", "lead": "  chủ trì", "cooperating": "  phối hợp", "due": "  thời hạn",
    "product": "  sản phẩm", "marked": "Chỗ sai được báo nghi vấn",
}  # fmt: skip
_WIDTH = 28
_WORST = 5


def table(scores: list[Score], *, verbose: bool) -> str:
    whole = total(scores)
    lines = [f"Đã đối chiếu {len(scores)} văn bản với đáp án.", ""]
    lines += [f"{'':{_WIDTH}}{'đúng':>9}{'đáp án':>9}{'đọc ra':>9}{'tỷ lệ':>10}{'chính xác':>12}{'đầy đủ':>9}{'F1':>8}"]
    lines += [_shares("header", whole.header), *(_shares(name, whole.tallies[name]) for name in HEADER)]
    for name in ITEMS:
        lines.append(_precision("tasks" if name == "tasks" else name, whole.tallies[name]))
        if name == "tasks":
            lines += [_shares(field, whole.tallies[field]) for field in TASK_FIELDS]
    lines += [_shares("marked", whole.marked), f"{'Báo nghi vấn thừa':{_WIDTH}}{whole.false_doubts:>9}", ""]
    lines += _worst(scores)
    lines += [line for score in scores for line in _details(score, all_faults=verbose)]
    return "\n".join(lines).rstrip() + "\n"


def _shares(name: str, tally: Tally) -> str:
    return f"{NAMES[name]:{_WIDTH}}{tally.right:>9}{tally.wanted:>9}{'':9}{_percent(tally.recall):>10}"


def _precision(name: str, tally: Tally) -> str:
    counts = f"{NAMES[name]:{_WIDTH}}{tally.right:>9}{tally.wanted:>9}{tally.found:>9}{'':10}"
    return counts + f"{_percent(tally.precision):>12}{_percent(tally.recall):>9}{_number(tally.f1):>8}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%".replace(".", ",")


def _number(share: float) -> str:
    return f"{share:.3f}".replace(".", ",")


def _worst(scores: list[Score]) -> Iterator[str]:
    worst = sorted((score for score in scores if score.faults), key=lambda score: -len(score.faults))[:_WORST]
    if worst:
        yield "Sai nhiều nhất: " + ", ".join(f"{score.name} ({len(score.faults)})" for score in worst)


def _details(score: Score, *, all_faults: bool) -> Iterator[str]:
    if score.unreadable:
        yield f"{score.name}: {score.unreadable}"
    if not all_faults or not (score.faults or score.silent):
        return
    yield f"\n{score.name}"
    yield from (f"  {_fault(fault)}" for fault in score.faults)
    yield from (f"  Thiếu cảnh báo {code}" for code in score.silent)


def _fault(fault: Fault) -> str:
    mark = "(đã báo) " if fault.marked else ""
    name = NAMES[fault.measure].strip()
    if fault.measure in ITEMS and fault.found is None:
        return f"{mark}{name} bị sót: {fault.wanted}"
    if fault.measure in ITEMS and fault.wanted is None:
        return f"{mark}{name} thừa: {fault.found}"
    return f"{mark}{name}: đáp án “{fault.wanted or ''}”, đọc ra “{fault.found or ''}”"
