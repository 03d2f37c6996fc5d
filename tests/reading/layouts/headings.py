"""Work under headings, labels and names that say who leads it."""

from __future__ import annotations

from tests.reading.layouts.draw import Page

LETTERS = ("a", "b", "c")


def _items(page: Page, lead: str, *, helper: str = "", due: bool = True) -> None:
    """Two or three items of one body, as letters or as dashes."""
    marks = page.pick("letters", "dashes")
    for letter in LETTERS[: page.rng.randint(2, 3)]:
        item = page.item(lead=lead, helper=helper)
        mark = f"{letter})" if marks == "letters" else "-"
        dated = due and page.rng.random() < 0.5
        page.lines.append(f"{mark} {item.work}{', ' + item.said if dated else ''}.")
        page.want(item, helper=bool(helper), due=dated)


def bracket_at_heading(page: Page) -> None:
    form = page.pick(
        "{topic} ({0} chủ trì)", "{topic} (giao {0})", "{topic} ({0})", "{topic} ({0} phụ trách):",
        "{topic} (chủ trì: {0}; phối hợp: {1})", "{topic} – {0} chủ trì", "{topic}: {0} phụ trách",
        "{topic} (giao {0} chủ trì, {1} phối hợp)", "{topic} (do {0} đảm nhiệm)", "{topic} (đầu mối: {0})",
    )  # fmt: skip
    for count, topic in enumerate(page.topics(3), start=1):
        body, helper = page.body(), page.body()
        page.lines.append(f"{count}. {form.format(body, helper, topic=topic)}")
        _items(page, body, helper=helper if "{1}" in form else "")


def part_of_each_body(page: Page) -> None:
    form = page.pick(
        "{0} có trách nhiệm:", "Trách nhiệm của {0}", "Nhiệm vụ của {0}:", "Giao {0}:", "Đối với {0}", "{0}", "{0}:",
        "{0} chịu trách nhiệm:", "Phân công {0}:", "{0} chủ trì, phối hợp với {1}:", "Giao {0} chủ trì:",
        "Việc của {0}:", "Phần việc do {0} đảm nhận:", "{0} làm các việc sau:", "Thuộc trách nhiệm {0}:",
    )  # fmt: skip
    for count in range(1, 4):
        body, helper = page.body(), page.body()
        page.lines.append(f"{count}. {form.format(body, helper)}")
        _items(page, body, helper=helper if "{1}" in form else "")


def name_and_verb(page: Page) -> None:
    """Headings that are a name with what it does."""
    form = page.pick(
        "{0} tham mưu, thực hiện:", "{0} thực hiện các nhiệm vụ sau:", "{0} chịu trách nhiệm các nội dung:",
        "{0} tập trung:", "{0} được giao:", "{0} tổ chức triển khai các việc:", "{0} chủ trì thực hiện:",
        "{0} là đầu mối thực hiện:", "{0} lo các việc sau:", "{0} đảm đương các phần việc:",
    )  # fmt: skip
    for count in range(1, 4):
        body = page.body()
        page.lines.append(f"{count}. {form.format(body)}")
        _items(page, body)


def bare_names(page: Page) -> None:
    """A line that is only a name, without a number, over its items."""
    capitals = page.rng.random() < 0.5
    ends = page.pick("", ":")
    for _ in range(3):
        body = page.body()
        page.lines.append((body.upper() if capitals else body) + ends)
        for _ in range(2):
            item = page.item(lead=body)
            page.lines.append(f"- {item.work}.")
            page.want(item)


def articles(page: Page) -> None:
    """A regulation: an article for each body."""
    form = page.pick("Trách nhiệm của {0}", "{0} có trách nhiệm", "{0}", "Nhiệm vụ của {0}", "{0} thực hiện")
    for count in range(1, 4):
        body = page.body()
        page.lines.append(f"Điều {count + 2}. {form.format(body)}")
        for number in (1, 2):
            item = page.item(lead=body)
            page.lines.append(f"{number}. {item.work}.")
            page.want(item)


def opening_sentence(page: Page) -> None:
    """A sentence under the heading, or on its line, that hands all items over."""
    form = page.pick(
        "Giao {0} chủ trì, phối hợp với {1} thực hiện các nhiệm vụ sau:", "Nội dung này giao {0} chủ trì, gồm:",
        "{0} chủ trì, phối hợp với {1} triển khai các nội dung sau:", "Phân công {0} làm đầu mối thực hiện:",
    )  # fmt: skip
    for count, topic in enumerate(page.topics(3), start=1):
        body, helper = page.body(), page.body()
        page.lines += [f"{count}. {topic}", form.format(body, helper)]
        _items(page, body, helper=helper if "{1}" in form else "")


def closing_sentence(page: Page) -> None:
    """A sentence or line under the items of a section that says who leads them all."""
    form = page.pick(
        "Các nội dung tại mục này do {0} chủ trì, {1} phối hợp.", "Đơn vị chủ trì: {0}. Đơn vị phối hợp: {1}.",
        "Giao {0} chủ trì, {1} phối hợp thực hiện các nội dung trên.", "* Phân công: {0} chủ trì; {1} phối hợp.",
        "(Chủ trì: {0}; phối hợp: {1})", "Đơn vị thực hiện: {0}; phối hợp: {1}.",
    )  # fmt: skip
    for count, topic in enumerate(page.topics(3), start=1):
        body, helper = page.body(), page.body()
        page.lines.append(f"{count}. {topic}")
        for _ in range(2):
            item = page.item(lead=body, helper=helper)
            page.lines.append(f"- {item.work}.")
            page.want(item, helper=True)
        page.lines.append(form.format(body, helper))


LAYOUTS = (
    bracket_at_heading, part_of_each_body, name_and_verb, bare_names, articles, opening_sentence, closing_sentence,
)  # fmt: skip
