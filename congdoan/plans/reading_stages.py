"""The stages of reading a paper as somebody who waits sees them."""

from dataclasses import dataclass
from typing import Final, Literal

from congdoan.core.models import JobRun

_LABELS: Final[dict[str, str]] = {
    "extract": "Lấy chữ từ tệp",
    "scan": "Nhận dạng chữ trên trang quét",
    "header": "Đọc đầu văn bản",
    "outline": "Dựng các mục",
    "citations": "Tìm văn bản viện dẫn",
    "tasks": "Tách nhiệm vụ",
    "assignment": "Tìm đơn vị chủ trì, phối hợp",
    "due": "Tìm hạn",
    "drafting": "Khớp với đơn vị trong hệ thống",
}
_ORDER: Final = tuple(_LABELS)


@dataclass(frozen=True, slots=True)
class Stage:
    label: str
    state: Literal["done", "now", "wait", "late"]


def stages_of(run: JobRun) -> list[Stage]:
    """Every stage with its state in this run."""
    if run.state == JobRun.State.DONE:
        return [Stage(label, "done") for label in _LABELS.values()]
    at = _ORDER.index(run.stage) if run.stage in _ORDER else -1
    now: Literal["now", "late"] = "late" if run.state == JobRun.State.FAILED else "now"
    return [
        Stage(label, "done" if place < at else now if place == max(at, 0) else "wait")
        for place, label in enumerate(_LABELS.values())
    ]
