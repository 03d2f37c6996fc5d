"""What targets give to the lower floors: the work of typing figures, notices, and the sources of figures."""

from django.urls import reverse

from congdoan.plans.queries.targets import sources
from congdoan.plans.services.targets.own_level import CHANGED
from congdoan.plans.services.targets.work import ENTER, GIVEN
from congdoan.worklist.kinds import WorkKind, kinds
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds


def register() -> None:
    sources.register()
    kinds.register(ENTER, WorkKind("Nhập số liệu chỉ tiêu", _value))
    notice_kinds.register(GIVEN, NoticeKind("Chỉ tiêu giao cho đơn vị"))
    notice_kinds.register(CHANGED, NoticeKind("Mức chỉ tiêu của đơn vị thay đổi"))


def _value(value_id: int) -> str:
    return reverse("plans:target-value", args=[value_id])
