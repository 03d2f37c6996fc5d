"""What a passage of the contents says about itself: its lead, who cooperates, its time limit and its product."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import WITH_FIRST, cooperating_in, helpers_after, with_helpers
from congdoan.documents.reading.assignment.handed import done_by
from congdoan.documents.reading.assignment.handed_on import handed_on
from congdoan.documents.reading.assignment.lines import from_lines
from congdoan.documents.reading.assignment.loose_names import unknown_at_end
from congdoan.documents.reading.assignment.marks import from_marks
from congdoan.documents.reading.assignment.model import INSIDE, OWN
from congdoan.documents.reading.assignment.others import add_leads, add_others, leads_beside
from congdoan.documents.reading.assignment.own_brackets import all_of_bracket
from congdoan.documents.reading.assignment.own_orders import (
    after_comma,
    after_topic,
    done_to_it,
    given_before,
    leads_last,
    ordered_before,
    rank_of_subject,
)
from congdoan.documents.reading.assignment.role_lists import roles_in
from congdoan.documents.reading.assignment.said import said_in, tail_of
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in, is_giver
from congdoan.documents.reading.assignment.take import plain, take_label, take_said
from congdoan.documents.reading.assignment.unit_words import ANYBODY
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.due.of_month import on_day
from congdoan.documents.reading.due.reader import Calendar, due_in_cell
from congdoan.documents.reading.model import Due, Span
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import labels_inside

_LEADS = re.compile(
    r"\s*(?:là (?:đơn vị|cơ quan|đầu mối)\s)?(?:đồng )?(?:chủ trì|chịu trách nhiệm chính|có trách nhiệm"
    r"|tham mưu|làm đầu mối|là đầu mối|phụ trách"
    r"|(?:chịu trách nhiệm(?! trước)|thực hiện|đảm nhận|đảm nhiệm)(?=[^,;:]{0,40}[.)]?$))"
)
_BRACKET_LEADS = re.compile(
    r"\s*(?:(?:tổ chức )?(?:thực hiện|triển khai)|(?:trực tiếp )?(?:lãnh đạo|chỉ đạo)(?=\))|đảm nhận"
    r"|đảm nhiệm|đăng cai|(?:chuẩn bị|soạn thảo|dự thảo|xây dựng|tổng hợp|làm) [^,;()]{2,40}(?=[,;)]))|\)[.;]?\s*$"
)
_CLAUSE_OPENS = re.compile(r"(?:^|[.;:]\s*|,\s*đồng thời\s)$")
ADDRESSED = frozenset({"chỉ thị", "thông báo", "kết luận", "công điện"})
"""Kinds of papers each point of which says to whom it is addressed."""
_NAMED_LAST = re.compile(r"(?:(?<!gồm)(?<!phần)(?<!với)(?<!gửi)(?<!mời)(?<!sau)(?<!là):|\.)\s$")
""" "Vận động kinh phí từ các doanh nghiệp: Phòng Kinh tế.", "... trước 20/6. Thủ quỹ.": who does it, nothing more."""
_ASIDE = re.compile(r"\s\([^()]{2,60}\)(?=\s)")
""" "Phòng Việc làm (thuộc Sở) chủ trì": in brackets whose it is."""
_LAST_ASIDE = re.compile(r"\s\([^()]{2,40}\)[.;]?\s*$")
_SETS_APART = frozenset("([–—-/>→")
_CLAUSE_START = re.compile(r"[.;:(]\s*|\s[-–]\s")


def read_own(found: Found, calendar: Calendar) -> None:
    """Fill in what rows, labels and the words themselves say."""
    for draft in found.drafts:
        if draft.block.columns:
            _from_columns(found, draft, calendar)
        elif draft.rank < OWN:
            _from_labels(found, draft, calendar)
            if not draft.lead:
                _from_words(found, draft, calendar)
            if not draft.cooperating and WITH_FIRST.match(found.paper.text, draft.start, draft.end):
                draft.cooperating = cooperating_in(found.paper.text, draft.start, draft.end)
    _trust_pattern(found)
    from_lines(found, calendar)
    for draft in found.drafts:
        if not (draft.lead or draft.cooperating or draft.block.columns):
            draft.cooperating = helpers_after(found.paper.text, draft.start, draft.end)
    for draft in found.drafts:
        if draft.rank == OWN and handed_on(found.paper.text, draft):
            draft.rank = INSIDE
        if draft.rank >= OWN and draft.lead and "lead_by_subject" not in draft.doubts:
            draft.doubts = [doubt for doubt in draft.doubts if doubt != "not_sure_work"]


_PATTERN = 3
"""So many tasks that name a body in the same place do so on purpose."""


def _trust_pattern(found: Found) -> None:
    """Names alone in brackets, or after a dash, lead where one task after another ends with such."""
    text, marks = found.paper.text, dict[str, list[Draft]]()
    for draft in found.drafts:
        if "lead_by_subject" in draft.doubts and draft.assigned_by and draft.assigned_by.start > draft.start:
            marks.setdefault(text[draft.start : draft.assigned_by.start].rstrip()[-1:], []).append(draft)
    for mark, drafts in marks.items():
        if mark in _SETS_APART and len(drafts) >= _PATTERN:
            for draft in drafts:
                draft.doubts.remove("lead_by_subject")


def _from_columns(found: Found, draft: Draft, calendar: Calendar) -> None:
    columns = draft.block.columns or {}
    text, folded = found.paper.text, found.paper.folded
    for kind in ("lead", "both", "cooperating"):
        if kind in columns:
            _take_units(text, folded, columns[kind], kind, draft)
    if draft.block.marks and not draft.lead:
        draft.lead, draft.cooperating, sure = from_marks(text, folded, draft.block.marks)
        draft.doubts += [] if sure else ["lead_mark"]
        columns = columns | {"lead": draft.block.marks[0][1]}
    if "due" in columns:
        draft.due = due_in_cell(text, folded, columns["due"].start, columns["due"].end, calendar)
        if "day" in columns and draft.due:
            draft.due = on_day(draft.due, int(text[columns["day"].start : columns["day"].end]))
    elif draft.block.periods:
        draft.due = _due_of_marks(found, draft, calendar)
    if "product" in columns:
        draft.product = plain(text, columns["product"])
    if draft.lead:
        draft.rank, draft.assigned_by = OWN + 1, columns.get("lead") or columns.get("both")


def _due_of_marks(found: Found, draft: Draft, calendar: Calendar) -> Due | None:
    """The end of the last month or quarter that a row has a mark under; all of them: work that goes on."""
    text, last = found.paper.text, draft.block.periods[-1]
    if draft.block.all_periods:
        return Due(text[last.start : last.end].strip(), None, "ongoing", last.start, last.end)
    return due_in_cell(text, found.paper.folded, last.start, last.end, calendar)


def _take_units(text: str, folded: str, cell: Span, kind: str, draft: Draft) -> None:
    """A cell may hold both: "Chủ trì: Ban Tổ chức; phối hợp: Văn phòng"."""
    said = said_in(text, folded, cell.start, cell.end)
    both = said is not None and said.sure and bool(said.leads and said.helpers)
    leads, helpers = (said.leads, said.helpers) if both and said else roles_in(text, cell.start, cell.end)
    if kind == "cooperating":
        draft.cooperating += [*leads, *helpers]
    elif kind == "both" and not helpers:
        draft.lead, draft.cooperating = leads[:1], leads[1:]
    else:
        leads, beside = with_helpers(text, leads)
        draft.lead += leads
        draft.cooperating += [*beside, *helpers]


def _from_labels(found: Found, draft: Draft, calendar: Calendar) -> None:
    """ "... (Chủ trì: Ban Tổ chức; hoàn thành: quý I/2023)" at the end of the passage."""
    _, values = labels_inside(found.paper.folded, draft.start, draft.end)
    for kind, start, end in values:
        take_label(found, draft, kind, start, end, calendar)


def _from_words(found: Found, draft: Draft, calendar: Calendar) -> None:
    """ "Giao Ban Tổ chức tham mưu ...", "Ban Tài chính chủ trì, phối hợp với ...", "(Văn phòng chủ trì)"."""
    text = found.paper.text
    tail = tail_of(text, found.paper.folded, draft.start, draft.end)
    if tail and tail[1].sure:
        take_said(found, draft, tail[1], Span(tail[0], draft.end), calendar)
        return
    by = done_by(text, draft.start, draft.end) or leads_last(text, draft.start, draft.end)
    if by and not given_before(text, draft.start, by[0].span.start):
        _set(draft, by, text, by[0].span.start)
        draft.cooperating += helpers_after(text, draft.start, by[0].span.start)
        add_others(found, draft, by[-1].span.end)
        return
    opened, named = False, draft.start
    for start in (draft.start, *(mark.end() for mark in _CLAUSE_START.finditer(text, draft.start, draft.end))):
        inside = start < named or _quoted(text, draft.start, start)
        subject = None if inside else found.subject(start, draft.end)
        if subject is None:
            continue
        named = subject.units[-1].span.end
        if not subject.ordered and subject.units[0] in draft.lead:
            continue
        if start > draft.start and not subject.ordered and (earlier := ordered_before(found, draft, start)):
            _set(draft, earlier.units, text, earlier.units[0].span.start)
            add_others(found, draft, earlier.rest)
            return
        if subject.ordered and start > draft.start and not after_topic(text, draft.start, start):
            break
        if _leads_by_words(found, draft, subject, start):
            return
        if is_giver(subject, text, draft.end):
            opened = opened or start == draft.start
        else:
            _from_subject(found, draft, subject, start)
    if tail and not draft.lead:
        take_said(found, draft, tail[1], Span(tail[0], draft.end), calendar)
        draft.doubts.append("lead_by_subject")
    else:
        _from_weak_words(found, draft, opened=opened)


def _from_weak_words(found: Found, draft: Draft, *, opened: bool) -> None:
    """A body after a topic and a comma, in a passive, of unknown words at the end, or that an order inside names."""
    text = found.paper.text
    topic = None if draft.lead else after_comma(found, draft)
    doer = topic.units if topic else [] if draft.lead else done_to_it(found, draft)
    if doer:
        _set(draft, doer, text, doer[0].span.start)
        draft.rank = INSIDE
        draft.doubts.append("lead_by_subject")
        return
    unknown = None if draft.lead else unknown_at_end(text, draft.start, draft.end)
    if unknown:
        _set(draft, [unknown], text, unknown.span.start)
    else:
        _from_orders(found, draft, opened=opened)


def _leads_by_words(found: Found, draft: Draft, subject: Subject, start: int) -> bool:
    """Take the subject where its clause says that it leads, or a bracket holds nothing else; whether that was so."""
    text, after = found.paper.text, subject.units[-1].span.end
    aside = _ASIDE.match(text, after, draft.end)
    if subject.ordered or _LEADS.match(text, aside.end() if aside else after, draft.end):
        _set(draft, subject.units, text, start)
        add_others(found, draft, after)
        return True
    if text[start - 1] != "(":
        return False
    if named := all_of_bracket(text, start, draft.end):
        _set(draft, named, text, start)
        draft.doubts.append("lead_by_subject")
        return True
    if not _BRACKET_LEADS.match(text, after, draft.end):
        return False
    _set(draft, subject.units, text, start)
    if text[after] == ")":
        draft.doubts.append("lead_by_subject")
    return True


def _from_subject(found: Found, draft: Draft, subject: Subject, start: int) -> None:
    """Take the subject of a clause that says what it does, unless a lead was found before."""
    text, after = found.paper.text, subject.units[-1].span.end
    aside = _LAST_ASIDE.match(text, after, draft.end)
    if not draft.lead and (after >= draft.end - 1 or aside) and _NAMED_LAST.search(text, draft.start, start):
        _set(draft, subject.units, text, start)
        draft.doubts.append("lead_by_subject")
    if draft.lead or subject.rest >= draft.end - 8:
        return
    if start > draft.start and not acts(text, subject, draft.end):
        return
    _set(draft, subject.units, text, start)
    if (start == draft.start or text.endswith((": ", ". ", "; "), 0, start)) and not subject.loose:
        add_others(found, draft, after)
    if ANYBODY.fullmatch(subject.units[0].name) and not text.startswith("Đối với", draft.start):
        draft.rank = INSIDE
        draft.doubts.append("lead_by_subject")
    elif start > draft.start or (":" not in text[after : subject.rest] and found.header.type not in ADDRESSED):
        draft.rank = rank_of_subject(text, draft.start, start, after)
        if start > draft.start or subject.loose:
            draft.doubts.append("lead_by_subject")


def _quoted(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1


def _from_orders(found: Found, draft: Draft, *, opened: bool) -> None:
    """ "... và giao Văn phòng ..." inside the sentence; `opened`: the sentence begins with who gives the order."""
    text = found.paper.text
    orders = list(all_ordered_in(text, draft.start, draft.end, given_only=True))
    if not orders:
        return
    orders = orders[:1] + [order for order in orders[1:] if not _passes_on(text, order)]
    units = [unit for order in orders for unit in order.units]
    if leads_beside(text, draft, units):
        add_leads(draft, [] if _passes_on(text, orders[0]) else units)
        return
    _set(draft, units, text, orders[0].units[0].span.start)
    add_others(found, draft, orders[-1].rest)
    before = text[draft.start : _word_before(text, units[0].span.start, draft.start)]
    if len(orders) > 1:
        draft.doubts.append("two_leads")
    elif not opened and not _CLAUSE_OPENS.search(before):
        draft.rank = INSIDE
        draft.doubts.append("lead_by_subject")


def _passes_on(text: str, order: Subject) -> bool:
    """ "Giao Ban Thường vụ xây dựng kế hoạch, phân công các ủy viên ...": part of what the first is to do."""
    return text.endswith((", phân công ", ", phân công cho "), 0, order.units[0].span.start)


def _word_before(text: str, at: int, start: int) -> int:
    """Where "giao" begins before a body's name."""
    return max(text.rfind("giao", start, at), text.rfind("phân công", start, at), text.rfind("Giao", start, at), start)


def _set(draft: Draft, units: list[Unit], text: str, start: int) -> None:
    draft.lead, together = with_helpers(text, units)
    draft.rank, draft.assigned_by = OWN, Span(start, units[-1].span.end)
    draft.cooperating += together
    draft.cooperating += cooperating_in(text, start, draft.end) or helpers_after(text, units[-1].span.end, draft.end)
