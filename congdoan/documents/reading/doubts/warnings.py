"""What is doubtful about each task, said in warnings; one for neighbouring tasks that share the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from congdoan.documents.reading.doubts.cooperating import cooperating_doubts
from congdoan.documents.reading.doubts.leads import lead_doubts
from congdoan.documents.reading.doubts.times import due_doubts
from congdoan.documents.reading.doubts.work import may_be_none
from congdoan.documents.reading.due.reader import Calendar
from congdoan.documents.reading.model import Choice, Warning
from congdoan.documents.reading.outline.blocks import gives_work
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_MESSAGES = {
    "not_sure_work": "Không chắc đoạn này là nhiệm vụ.",
    "two_leads": "Nhiều đơn vị cùng được giao chủ trì.",
    "lead_of_whole": "Đơn vị chủ trì lấy theo câu giao chung cho cả văn bản.",
    "lead_by_subject": "Đơn vị chủ trì suy ra từ chủ ngữ của câu.",
    "lead_group": "Dòng phân công đứng sau nhiều việc; kiểm tra dòng đó thuộc về những việc nào.",
    "lead_mark": "Dấu trong bảng chưa được giải thích; kiểm tra đơn vị nào chủ trì, đơn vị nào phối hợp.",
    "lead_name": "Tên đơn vị chủ trì có thể chưa trọn hoặc thừa chữ; kiểm tra chữ ngay trước và sau tên.",
    "lead_by_topic": "Chủ trì được giao theo tên lĩnh vực, không theo số mục.",
    "lead_person": "Việc giao cho người có tên hoặc chức vụ; kiểm tra tên và chọn đơn vị của người đó.",
    "lead_general": "Chủ trì chỉ ghi chung chung; cần chọn đơn vị cụ thể.",
    "lead_many": "Giao cho nhiều đơn vị cùng loại; cần chọn các đơn vị.",
    "lead_addressees": "Văn bản gửi nhiều nơi mà không nói nơi nào chủ trì; đã lấy tất cả nơi nhận.",
    "lead_inherited": "Chủ trì lấy theo một tiêu đề ở xa hoặc nêu nhiều đơn vị.",
    "lead_differs": "Mục này được giao cho một đơn vị, nhưng câu nêu đơn vị khác làm.",
    "lead_exception": "Câu giao việc có phần trừ ra; kiểm tra việc nào thuộc phần đó.",
    "lead_mentioned": "Đoạn này có nói ai làm, nhưng chủ trì được lấy từ chỗ khác.",
    "lead_scope": "Câu giao việc có nhắc tới mục chưa hiểu được; kiểm tra câu này giao những mục nào.",
    "lead_works_with": "Câu chỉ nói phối hợp với đơn vị khác; đã coi đơn vị đứng đầu câu là chủ trì.",
    "lead_subject": "Câu bắt đầu bằng một đơn vị khác với đơn vị chủ trì.",
    "no_lead": "Chưa rõ đơn vị chủ trì.",
    "cooperating_name": "Tên đơn vị phối hợp có thể chưa trọn hoặc thừa chữ; kiểm tra chữ ngay trước và sau tên.",
    "cooperating_first": "Việc bắt đầu bằng “Phối hợp”; kiểm tra đơn vị nêu sau đó phối hợp hay chủ trì.",
    "cooperating_open": "Có chữ “phối hợp” nhưng chưa rõ đơn vị nào phối hợp.",
    "due_past": "Hạn nằm trước ngày ban hành văn bản.",
    "due_year": "Hạn không ghi năm; năm suy ra từ văn bản.",
    "due_two": "Đoạn này nêu nhiều thời hạn; đã lấy một thời hạn.",
    "due_vague": "Hạn chỉ ghi đầu hoặc giữa kỳ; đã lấy ngày cuối kỳ.",
    "due_passed_over": "Có chữ chỉ thời gian nhưng không chắc là thời hạn của việc này.",
    "due_of_heading": "Hạn lấy theo thời gian ghi ở tiêu đề.",
    "due_unsure": "Cách nói về thời gian trong đoạn này ít gặp; kiểm tra thời hạn.",
    "due_unclear": "Thời hạn không suy ra được ngày cụ thể.",
}
_OF_PASSAGE = frozenset(code for code in _MESSAGES if "lead" in code)
"""Doubts that tasks have from one passage: that which names their lead."""


@dataclass(slots=True)
class _Run:
    """Neighbouring tasks, by their places, with one doubt for one reason."""

    code: str
    reason: object
    tasks: list[int] = field(default_factory=list)


def weigh(found: Found, draft: Draft, calendar: Calendar, *, last: bool) -> None:
    """Note on a task all that is doubtful about it, each once."""
    codes = [*draft.doubts, *(draft.due.doubts if draft.due else ())]
    codes += [*lead_doubts(found, draft), *cooperating_doubts(found, draft), *due_doubts(found, draft, calendar)]
    if _is_dated_item(found, draft):
        codes = [code for code in codes if code != "not_sure_work"]
    if not gives_work(draft.block) and may_be_none(found, draft, last=last):
        codes.append("not_sure_work")
    draft.doubts = list(dict.fromkeys(codes))


def _is_dated_item(found: Found, draft: Draft) -> bool:
    """Whether a passage with a sign or number of its own says by when, as only work does, whatever its first word."""
    due, block = draft.due, draft.block
    dated = (
        due is not None and (due.date is not None or due.recurrence is not None) and "due_of_heading" not in due.doubts
    )
    return dated and block.marker is not None and draft.start == block.body and found.paper.text[draft.start].isupper()


def warnings_of(found: Found) -> Iterator[Warning]:
    """The warnings for the doubts noted on all tasks, which stand in the order of the paper."""
    open_runs: dict[str, _Run] = {}
    said: set[tuple[str, str]] = set()
    for place, draft in enumerate(found.drafts):
        for code in draft.doubts:
            if code in _OF_NAMES and _said_before(code, draft, said):
                continue
            run, reason = open_runs.get(code), _reason(draft, code)
            if run is None or run.tasks[-1] != place - 1 or run.reason != reason:
                if run is not None:
                    yield _warning(found, run)
                run = open_runs[code] = _Run(code, reason)
            run.tasks.append(place)
    for run in open_runs.values():
        yield _warning(found, run)


_OF_NAMES = frozenset(("lead_name", "lead_many", "lead_general", "lead_person", "cooperating_name"))
"""Doubts of names: what is asked of one is asked once in a paper, however many tasks bear it."""


def _said_before(code: str, draft: Draft, said: set[tuple[str, str]]) -> bool:
    """Whether what `code` asks of the names of a task was asked before; notes them.

    That bodies of a kind are to be chosen is said once for all kinds: the review asks for each name by itself.
    """
    units = draft.cooperating if code == "cooperating_name" else draft.lead
    names = {(code, "" if code == "lead_many" else unit.name) for unit in units}
    before = bool(names) and names <= said
    said |= names
    return before


def _reason(draft: Draft, code: str) -> object:
    """What tasks must share to share a doubt; other doubts concern one task each."""
    if code == "due_of_heading" and draft.due is not None:
        return draft.due.start
    if code not in _OF_PASSAGE:
        return id(draft)
    return draft.block.number if draft.assigned_by is None else draft.assigned_by.start


def _warning(found: Found, run: _Run) -> Warning:
    first, last = found.drafts[run.tasks[0]], found.drafts[run.tasks[-1]]
    message = _MESSAGES[run.code]
    if len(run.tasks) > 1:
        message = f"{message[:-1]} ({len(run.tasks)} nhiệm vụ liền nhau)."
    return Warning(run.code, message, first.start, last.end, _choices(found, first, run.code))


def _choices(found: Found, draft: Draft, code: str) -> tuple[Choice, ...]:
    if code != "no_lead" or found.coordinator is None:
        return ()
    unit = found.unit_name(found.coordinator.unit)
    return (Choice(f"{unit} chủ trì", unit, (draft.block.number,)),)
