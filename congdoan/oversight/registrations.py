"""What inspections give to the lower floors: pages, work, notices, states, search, what follows units that end."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.search import Finder, Found, finders
from congdoan.core.text import fold
from congdoan.core.ui.states import State, register_states
from congdoan.core.web import signed_in
from congdoan.documents.following import Related
from congdoan.documents.following import followers as paper_followers
from congdoan.documents.models import Document
from congdoan.documents.readers import readers
from congdoan.organisation.followers import Follower, followers
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may_anywhere
from congdoan.organisation.tabs import UnitTab, unit_tabs
from congdoan.oversight.queries.sight import VIEW, conclusions_read, find_inspections, visible_inspections
from congdoan.oversight.rules import LABELS
from congdoan.oversight.services import tell, work
from congdoan.oversight.services.file_paper import READERS
from congdoan.oversight.services.follow import follow, open_below
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds

_STATES = {
    "programme_draft": State("Đang soạn", "pencil"),
    "programme_submitted": State("Chờ duyệt", "waiting"),
    "programme_approved": State("Đã duyệt", "done", "done"),
    "programme_running": State("Đang thực hiện", "doing"),
    "programme_closed": State("Đã kết thúc", "archive"),
    "inspection_planned": State("Trong chương trình", "new"),
    "inspection_notified": State("Đang kiểm tra", "doing"),
    "inspection_explaining": State("Chờ giải trình", "waiting"),
    "inspection_writing": State("Soạn kết luận", "pencil"),
    "inspection_to_sign": State("Chờ ký kết luận", "waiting"),
    "inspection_concluded": State("Đang khắc phục", "doing"),
    "inspection_closed": State("Đã xong", "done", "done"),
    "inspection_cancelled": State("Đã hủy", "x"),
    "remedy_draft": State("Trong dự thảo", "pencil"),
    "remedy_given": State("Đang khắc phục", "doing"),
    "remedy_reported": State("Chờ phúc tra", "waiting"),
    "remedy_kept": State("Đã khắc phục", "done", "done"),
    "remedy_cancelled": State("Đã hủy", "x"),
    "finding_good": State("Ưu điểm", "done", "done"),
    "finding_lacking": State("Hạn chế, thiếu sót", "obstacle", "soon"),
    "finding_breach": State("Vi phạm", "late", "late"),
}

_OUTCOMES = {
    "merge": "chuyển sang đơn vị nhận",
    "split": "chuyển sang đơn vị nhận chính",
    "end": "hủy",
}


def register() -> None:
    entries.register(
        "oversight",
        NavigationEntry("Kiểm tra", "zoom-check", "oversight:inspections", group=1, order=28, allowed=_sees),
    )
    _register_work()
    register_states(_STATES)
    finders.register("inspections", Finder("Kiểm tra", _find, order=48))
    followers.register("oversight", Follower("cuộc kiểm tra chưa xong", open_below, follow, outcomes=_OUTCOMES))
    unit_tabs.register("oversight", UnitTab("Kiểm tra", _inspections_of, order=60, action=VIEW))
    readers.register(READERS, conclusions_read)
    paper_followers.register("oversight", inspections_of_paper)
    for code, label in LABELS.items():
        known_rules.register(code, KnownRule(label))


def _register_work() -> None:
    kinds.register(work.APPROVE, WorkKind("Xem và duyệt", _programme, waits_for_decision=True))
    kinds.register(work.PREPARE, WorkKind("Nhận thông báo", _inspection))
    kinds.register(work.EXPLAIN_WORK, WorkKind("Giải trình", _inspection))
    kinds.register(work.WRITE, WorkKind("Soạn kết luận", _inspection))
    kinds.register(work.SIGN, WorkKind("Xem và ký", _inspection, waits_for_decision=True))
    kinds.register(work.REMEDY, WorkKind("Báo cáo khắc phục", tell.page_of_remedy))
    kinds.register(work.RECHECK, WorkKind("Phúc tra", tell.page_of_remedy, waits_for_decision=True))
    notice_kinds.register(tell.NOTICE, NoticeKind("Thông báo kiểm tra đơn vị", may_mute=False))
    notice_kinds.register(tell.FINDINGS, NoticeKind("Phát hiện kiểm tra cần giải trình", may_mute=False))
    notice_kinds.register(tell.CONCLUDED, NoticeKind("Kết luận kiểm tra đơn vị", may_mute=False))
    notice_kinds.register(tell.REOPENED, NoticeKind("Phúc tra: kiến nghị chưa đạt", may_mute=False))
    notice_kinds.register(tell.ANSWERED, NoticeKind("Đơn vị được kiểm tra trả lời, giải trình, khắc phục"))


def inspections_of_paper(document: Document, user: User) -> Iterator[Related]:
    """The inspection that a conclusion ends."""
    for one in visible_inspections(user).filter(document=document).select_related("unit"):
        yield Related(one.get_state_display(), str(one), _inspection(one.pk))


def _find(user: User, words: str, limit: int) -> Sequence[Found]:
    asked = (word for word in fold(words).split() if word not in ("kiem", "tra"))
    return [
        Found(str(one), f"{one.programme}, {one.starts_on:%d/%m/%Y}", _inspection(one.pk), "zoom-check")
        for one in find_inspections(user, asked, limit)
    ]


def _sees(request: HttpRequest) -> bool:
    return may_anywhere(signed_in(request), VIEW)


def _programme(programme_id: int) -> str:
    return reverse("oversight:programme", args=[programme_id])


def _inspection(inspection_id: int) -> str:
    return reverse("oversight:inspection", args=[inspection_id])


def _inspections_of(unit: Unit) -> str:
    return reverse("oversight:inspections") + f"?don_vi={unit.pk}"
