"""States as a user reads them: a glyph, words and a tone. Upper packages add theirs with `register_states`."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "late", "soon", "done"]


@dataclass(frozen=True, slots=True)
class State:
    """`glyph` is an icon name; `tone` is red, amber or green, empty for running work."""

    label: str
    glyph: str
    tone: Tone = ""
    chip: bool = False


STATES: dict[str, State] = {
    "draft": State("Bản nháp", "pencil"),
    "new": State("Chưa nhận", "new"),
    "doing": State("Đang thực hiện", "doing"),
    "waiting": State("Chờ xác nhận", "waiting"),
    "done": State("Hoàn thành", "done", "done"),
    "obstacle": State("Có vướng mắc", "obstacle", "soon"),
    "paused": State("Tạm dừng", "paused"),
    "doubtful": State("Cần xem lại", "doubtful", "soon"),
    "soon": State("Sắp đến hạn", "clock", "soon"),
    "late": State("Quá hạn", "late", "late"),
    "submitted": State("Chờ duyệt", "waiting"),
    "approved": State("Đã duyệt", "done", "done"),
    "issued": State("Đã ban hành", "done", "done"),
    "returned": State("Đã trả lại", "arrow-back-up", "soon"),
    "withdrawn": State("Đã thu hồi", "late", "late"),
    "cancelled": State("Đã hủy", "x"),
    "in_force": State("Còn hiệu lực", "done", "done", chip=True),
    "not_yet": State("Chưa có hiệu lực", "clock", "soon", chip=True),
    "amended": State("Đã sửa đổi", "pencil", "soon", chip=True),
    "replaced": State("Đã bị thay thế", "late", "late", chip=True),
    "expired": State("Hết hiệu lực", "late", "late", chip=True),
    "missing": State("Chưa có trong kho", "doubtful", "soon", chip=True),
}


def register_states(states: dict[str, State]) -> None:
    """Add states of a package; a code that already means something else is refused."""
    for code, state in states.items():
        if STATES.setdefault(code, state) != state:
            raise ValueError(f"state {code!r} is already {STATES[code].label!r}")


def state_of(code: str) -> State:
    """The state of `code`; raises KeyError with the code when nobody registered it."""
    return STATES[str(code)]
