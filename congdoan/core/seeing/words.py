"""The state of the installation in the administrator's words: what it is, whether it is well, what to do if not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from congdoan.core.seeing.health import Part, parts_of
from congdoan.core.seeing.state import State, gauges
from congdoan.core.ui.words import file_size, number, share

JOB_STATES: Final = {
    "todo": "đang chờ",
    "doing": "đang chạy",
    "failed": "không xong",
    "aborted": "đã dừng",
    "cancelled": "đã bỏ",
    "succeeded": "đã xong",
}


@dataclass(frozen=True, slots=True)
class Line:
    """`advice` says what to do; empty while the part is well."""

    label: str
    said: str
    well: bool = True
    advice: str = ""


def lines_of(now: State) -> list[Line]:
    parts = {part.name: part for part in parts_of(now)}
    return [
        Line("Cơ sở dữ liệu", f"Trả lời trong {number(now.database_ms, 1)} ms, {file_size(now.database_bytes)}"),
        _worker(now, parts["worker"]),
        _queue(now, parts["jobs"]),
        _disk(now, parts["disk"]),
        _backup(now, parts["backup"]),
        *_added(now),
    ]


def span(seconds: float) -> str:
    """How long in the largest unit that fits: "45 giây", "12 phút", "5 giờ", "3 ngày"."""
    for size, word in ((86400, "ngày"), (3600, "giờ"), (60, "phút")):
        if seconds >= size:
            return f"{number(int(seconds // size))} {word}"
    return f"{number(int(max(seconds, 0)))} giây"


def _worker(now: State, part: Part) -> Line:
    said = "Chưa chạy" if now.worker_silent is None else f"Báo còn chạy {span(now.worker_silent)} trước"
    return Line("Tiến trình việc nền", said, part.well, "" if part.well else "Khởi động lại dịch vụ việc nền.")


def _queue(now: State, part: Part) -> Line:
    said = ", ".join(f"{number(now.jobs[state])} {word}" for state, word in JOB_STATES.items() if now.jobs.get(state))
    if now.oldest_waiting:
        said += f"; việc chờ lâu nhất {span(now.oldest_waiting)}"
    advice = "" if part.well else "Thêm tiến trình việc nền, hoặc xem việc nào đang giữ hàng."
    return Line("Hàng việc nền", said or "Không có việc nào", part.well, advice)


def _disk(now: State, part: Part) -> Line:
    said = f"Còn {file_size(now.disk_free)} trong {file_size(now.disk_total)} ({share(now.disk_free, now.disk_total)})"
    return Line("Ổ đĩa dữ liệu", said, part.well, "" if part.well else "Giải phóng hoặc mở rộng ổ đĩa.")


def _backup(now: State, part: Part) -> Line:
    said = "Chưa có bản nào" if now.backup_age is None else f"Bản tốt gần nhất {span(now.backup_age)} trước"
    said += "" if part.warns or now.backup_age is not None else ", máy mới cài còn trong hạn"
    advice = "Chạy congdoan backup và xem lịch sao lưu." if part.warns else ""
    return Line("Sao lưu", said, not advice, advice)


def _added(now: State) -> Iterator[Line]:
    for name, gauge in gauges.items():
        yield Line(gauge.label, number(now.added[name]))
