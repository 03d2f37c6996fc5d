"""What reports give to the lower floors: pages, work, notices, states, search, what follows units that end."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.rule_names import KnownRule, known_rules
from congdoan.core.search import Finder, Found, finders
from congdoan.core.text import fold
from congdoan.core.ui.states import State, register_states
from congdoan.core.web import signed_in
from congdoan.organisation.followers import Follower, followers
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may_anywhere
from congdoan.organisation.tabs import UnitTab, unit_tabs
from congdoan.reporting.models import ReportState
from congdoan.reporting.periods import CUT_DAY, OPEN_DAYS, is_day_of_month
from congdoan.reporting.queries.sight import VIEW, find_reports, visible_reports
from congdoan.reporting.services.ask import SIGN, WRITE
from congdoan.reporting.services.follow import follow, open_below
from congdoan.reporting.services.send import REPORT_SENT
from congdoan.reporting.services.tell import CORRECTED, RETURNED, URGED
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds
from congdoan.worklist.webhooks.events import webhook_events

_STATES = {
    "form_draft": State("Đang soạn", "pencil"),
    "form_ready": State("Đang dùng", "done", "done"),
    "form_old": State("Bản cũ", "history"),
    "form_retired": State("Ngừng dùng", "archive"),
    "report_draft": State("Đang lập", "doing"),
    "report_to_sign": State("Chờ ký gửi", "waiting"),
    "report_sent": State("Đã gửi", "done", "done"),
    "request_open": State("Đang nhận báo cáo", "doing"),
    "request_closed": State("Đã khóa kỳ", "lock"),
}

_OUTCOMES = {
    "merge": "đơn vị nhận gửi tiếp",
    "split": "đơn vị nhận chính gửi tiếp",
    "end": "thôi phải gửi",
}


def register() -> None:
    entries.register(
        "reporting", NavigationEntry("Báo cáo", "report", "reporting:reports", group=1, order=25, allowed=_sees_reports)
    )
    kinds.register(WRITE, WorkKind("Lập báo cáo", _report, followed=_standing))
    kinds.register(SIGN, WorkKind("Xem và ký", _report, waits_for_decision=True, followed=_standing))
    notice_kinds.register(URGED, NoticeKind("Đôn đốc gửi báo cáo", may_mute=False))
    notice_kinds.register(RETURNED, NoticeKind("Cấp trên trả lại báo cáo", may_mute=False))
    notice_kinds.register(CORRECTED, NoticeKind("Đơn vị gửi bản đính chính báo cáo"))
    webhook_events.register(REPORT_SENT, "Đơn vị ký, gửi báo cáo")
    register_states(_STATES)
    finders.register("reports", Finder("Báo cáo", _find, order=45))
    followers.register("reporting", Follower("báo cáo chưa gửi", open_below, follow, outcomes=_OUTCOMES))
    unit_tabs.register("reporting", UnitTab("Báo cáo", _reports_of, _waiting, order=50, action=VIEW))
    known_rules.register(
        CUT_DAY,
        KnownRule(
            "Báo cáo: ngày chốt số liệu trong tháng cuối kỳ",
            is_day_of_month,
            "Ghi ngày trong tháng, từ 1 đến 31; 31 là ngày cuối tháng.",
        ),
    )
    known_rules.register(OPEN_DAYS, KnownRule("Báo cáo định kỳ: mở trước ngày chốt số liệu bao nhiêu ngày"))


def _find(user: User, words: str, limit: int) -> Sequence[Found]:
    return [
        Found(str(report.request), str(report.unit), _report(report.pk), "report")
        for report in find_reports(user, fold(words).split(), limit)
    ]


def _sees_reports(request: HttpRequest) -> bool:
    return may_anywhere(signed_in(request), VIEW)


def _report(report_id: int) -> str:
    return reverse("reporting:report", args=[report_id])


def _standing(report_id: int) -> str:
    return reverse("reporting:standing", args=[report_id])


def _reports_of(unit: Unit) -> str:
    return reverse("reporting:reports") + f"?don_vi={unit.organ_id}"


def _waiting(user: User, unit: Unit) -> Any:
    return visible_reports(user).filter(unit=unit).exclude(state=ReportState.SENT).count() or None
