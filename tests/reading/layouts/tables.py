"""Tables of work with the heads, columns and merged cells that offices give them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.reading.layouts.draw import Item, Page

CONTENT = (
    "Nội dung", "Nội dung công việc", "Nhiệm vụ cụ thể", "Việc phải làm", "Đầu việc", "Phần việc", "Tên nhiệm vụ",
    "Nội dung triển khai", "Hoạt động", "Nhiệm vụ, giải pháp", "Hạng mục công việc", "Công việc cần làm",
)  # fmt: skip
LEAD = (
    "Đơn vị chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì", "Đ/c phụ trách", "Đầu mối", "Bộ phận phụ trách",
    "Chịu trách nhiệm chính", "Người phụ trách", "Cơ quan, đơn vị thực hiện", "Giao cho", "Đơn vị được giao",
    "Chủ trì tham mưu", "Người làm", "Nơi làm", "Ai làm", "Đơn vị phụ trách chính", "Bộ phận lo việc",
)  # fmt: skip
HELPER = (
    "Phối hợp", "Đơn vị phối hợp", "Cơ quan phối hợp", "Cùng làm", "Đơn vị tham gia", "Bộ phận hỗ trợ",
    "Phối hợp thực hiện", "Đơn vị liên quan",
)  # fmt: skip
DUE = (
    "Thời hạn", "Tiến độ", "Hạn", "Thời gian hoàn thành", "Xong trước", "Hoàn thành trước ngày", "Mốc thời gian",
    "Thời gian thực hiện", "Hạn chót", "Khi nào xong", "Kỳ hạn", "Ngày hoàn thành",
)  # fmt: skip
NUMBER = ("STT", "TT", "Số TT", "Số thứ tự", "")
NOTE = ("Ghi chú", "Kinh phí (triệu đồng)", "Căn cứ")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _heads(page: Page) -> tuple[str, str, str, str, str]:
    return tuple(page.rng.choice(heads) for heads in (NUMBER, CONTENT, LEAD, HELPER, DUE))  # type: ignore[return-value]


def any_heads(page: Page) -> None:
    """One head row of varying words, in varying order."""
    number, content, lead, helper, due = _heads(page)
    order = page.rng.sample((2, 3, 4), 3)
    cells = [number, content, lead, helper, due]
    page.lines.append(_row([cells[0], cells[1], *(cells[at] for at in order)]))
    for count in range(1, 7):
        item = page.item()
        cells = [str(count), item.work, item.lead, item.helper, item.cell]
        page.lines.append(_row([cells[0], cells[1], *(cells[at] for at in order)]))
        page.want(item, helper=True, due=True)


def without_numbers(page: Page) -> None:
    """No number column, a note at the end."""
    _, content, lead, _, due = _heads(page)
    page.lines.append(_row([content, lead, due, page.pick(*NOTE)]))
    for _ in range(6):
        item = page.item()
        page.lines.append(_row([item.work, item.lead, item.cell, ""]))
        page.want(item, due=True)


def stacked_heads(page: Page) -> None:
    """ "Phân công" over "Chủ trì" and "Phối hợp"; cells over two rows stand in both, or in the upper one."""
    number, content, _, _, _ = _heads(page)
    number = number or "STT"
    over = page.pick("Phân công", "Phân công thực hiện", "Trách nhiệm", "Đơn vị")
    when = page.pick("Thời gian", "Tiến độ")
    page.lines.append(_row([number, content, over, "", when, ""]))
    held = page.pick("both", "upper") == "both"
    low = [page.pick("Chủ trì", "Chính", "Đơn vị chủ trì"), page.pick("Phối hợp", "Cùng thực hiện")]
    page.lines.append(_row([number if held else "", content if held else "", *low, "Bắt đầu", "Kết thúc"]))
    for count in range(1, 6):
        item = page.item()
        page.lines.append(_row([str(count), item.work, item.lead, item.helper, "01/4/2024", item.cell]))
        page.want(item, helper=True, due=True)


def groups_that_lead(page: Page) -> None:
    """Rows over groups that say who leads them, in a bracket or in the lead's own cell."""
    number, content, lead, _, due = _heads(page)
    page.lines.append(_row([number or "TT", content, lead, due]))
    inside = page.pick("bracket", "cell")
    for roman, topic in zip(("I", "II", "III"), page.topics(3), strict=True):
        body = page.body()
        said = page.pick("({0} chủ trì)", "({0} phụ trách)", "(Chủ trì: {0})").format(body)
        title = topic.upper() if page.rng.random() < 0.5 else topic
        page.lines.append(_row([roman, f"{title} {said}" if inside == "bracket" else title,
                                "" if inside == "bracket" else body, ""]))  # fmt: skip
        for count in (1, 2):
            item = page.item(lead=body)
            page.lines.append(_row([str(count), item.work, "", item.cell]))
            page.want(item, due=True)


def bodies_first(page: Page) -> None:
    """The body stands in the first column, once for all its rows."""
    lead = page.pick("Đơn vị", "Đơn vị thực hiện", "Bộ phận", "Cơ quan, đơn vị", "Phòng, ban")
    given = page.pick("Nhiệm vụ được giao", "Nội dung thực hiện", "Công việc")
    page.lines.append(_row([lead, given, page.pick(*DUE)]))
    for _ in range(3):
        body = page.body()
        for at in range(2):
            item = page.item(lead=body)
            page.lines.append(_row([body if at == 0 else "", item.work, item.cell]))
            page.want(item, due=True)


def marked_columns(page: Page) -> None:
    """One column for each body, marked where it leads, perhaps with another mark where it helps."""
    bodies = [page.body() for _ in range(4)]
    leads, helps = page.pick("x ", "X ", "CT PH", "● ○", "C P").split(" ")
    page.lines.append(_row(["STT", page.pick(*CONTENT), *bodies, page.pick("Thời hạn", "Hoàn thành")]))
    for count in range(1, 7):
        first, second = page.rng.sample(bodies, 2)
        item = page.item(lead=first, helper=second)
        marks = [leads if body == first else helps if body == second else "" for body in bodies]
        page.lines.append(_row([str(count), item.work, *marks, item.cell]))
        page.want(item, helper=bool(helps), due=True)
    if helps not in ("", "PH"):
        page.lines.append(f"Ghi chú: {leads}: chủ trì; {helps}: phối hợp.")


def both_in_a_cell(page: Page) -> None:
    """ "Chủ trì: X; phối hợp: Y" in one cell."""
    head = page.pick("Phân công thực hiện", "Phân công", "Đơn vị thực hiện", "Trách nhiệm", "Tổ chức thực hiện")
    form = page.pick("Chủ trì: {0}; phối hợp: {1}", "{0} chủ trì, {1} phối hợp", "{0} (chủ trì), {1} (phối hợp)",
                     "- Chủ trì: {0} - Phối hợp: {1}", "Chính: {0}; cùng làm: {1}")  # fmt: skip
    page.lines.append(_row(["TT", page.pick(*CONTENT), head, page.pick(*DUE)]))
    for count in range(1, 7):
        item = page.item()
        page.lines.append(_row([str(count), item.work, form.format(item.lead, item.helper), item.cell]))
        page.want(item, helper=True, due=True)


def of_sections(page: Page) -> None:
    """The work stands in sections; a table under "Tổ chức thực hiện" says which body has which of them."""
    items: list[Item] = []
    for count in range(1, 7):
        item = page.item()
        page.lines.append(f"{count}. {item.work}.")
        page.want(item)
        items.append(item)
    page.hand.append("Phân công thực hiện như sau:")
    page.hand.append(_row([page.pick("Mục", "Nội dung", "Nhiệm vụ"), page.pick("Đơn vị chủ trì", "Đơn vị thực hiện")]))
    page.hand[-1] = _row(["STT", *page.hand[-1].strip("| ").split(" | ")])
    form = page.pick("Mục {0} phần II", "Mục II.{0}", "Nhiệm vụ {0} phần II")
    for count, item in enumerate(items, start=1):
        page.hand.append(_row([str(count), form.format(count), item.lead]))


LAYOUTS = (
    any_heads, without_numbers, stacked_heads, groups_that_lead, bodies_first, marked_columns, both_in_a_cell,
    of_sections,
)  # fmt: skip
