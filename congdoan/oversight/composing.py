"""The words of a conclusion, composed of what was found and what the unit said. Pure: no database, no Django."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """`kind` is "good", "lacking" or "breach"; `task` names the task that it is about."""

    kind: str
    text: str
    task: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the inspection: `answers` are (question, answer), `explained` whether the unit explained."""

    unit: str
    days: str
    scope: str
    answers: tuple[tuple[str, str], ...] = ()
    found: tuple[Found, ...] = ()
    explained: bool = False


def composed(told: Told) -> str:
    """Lines of a paper: "I. ..." is a heading, "1. ..." one below it, "- ..." a point."""
    return "\n".join(_lines(told))


def _lines(told: Told) -> Iterator[str]:
    yield "I. TÌNH HÌNH KIỂM TRA"
    yield f"Từ {told.days}, đoàn kiểm tra đã kiểm tra việc thực hiện {told.scope} tại {told.unit}."
    for question, answer in told.answers:
        yield f"- {question.rstrip('?. ')}: {_lower(answer)}"
    yield "II. KẾT QUẢ KIỂM TRA"
    yield "1. Ưu điểm"
    yield from _points(told.found, ("good",), "Không ghi nhận riêng.")
    yield "2. Hạn chế, thiếu sót, vi phạm"
    yield from _points(told.found, ("lacking", "breach"), "Không phát hiện hạn chế, thiếu sót.")
    yield "III. GIẢI TRÌNH CỦA ĐƠN VỊ"
    yield from _explanations(told)
    yield "IV. KẾT LUẬN"
    if any(one.kind != "good" for one in told.found):
        yield f"{told.unit} cần khắc phục những hạn chế, thiếu sót nêu trên theo các kiến nghị dưới đây."
    else:
        yield f"{told.unit} thực hiện đúng yêu cầu của kế hoạch."


def _points(found: Iterable[Found], kinds: tuple[str, ...], none: str) -> Iterator[str]:
    chosen = [one for one in found if one.kind in kinds]
    for one in chosen:
        task = f" (nhiệm vụ {one.task})" if one.task else ""
        breach = "Vi phạm: " if one.kind == "breach" else ""
        yield f"- {breach}{_flat(one.text)}{task}"
    if not chosen:
        yield f"- {none}"


def _explanations(told: Told) -> Iterator[str]:
    lacking = [one for one in told.found if one.kind != "good"]
    if not lacking:
        yield "Không có nội dung phải giải trình."
    elif not told.explained:
        yield f"Hết thời hạn, {told.unit} không gửi giải trình."
    else:
        for number, one in enumerate(lacking, start=1):
            yield f"- Về hạn chế thứ {number}: {_flat(one.explanation)}"


def _flat(text: str) -> str:
    """One line, ended as a sentence is."""
    words = " ".join(text.split()).rstrip(".;, ")
    return f"{words}."


def _lower(answer: str) -> str:
    words = _flat(answer)
    return words[:1].lower() + words[1:]
