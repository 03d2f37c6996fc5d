"""Work in sections that other sentences hand over: by number, range, group, heading or quotation."""

from __future__ import annotations

from tests.reading.layouts.draw import Page


def _numbered(page: Page, leads: list[str], form: str = "{0}. {1}.") -> list[str]:
    works = []
    for count, lead in enumerate(leads, start=1):
        item = page.item(lead=lead)
        page.lines.append(form.format(count, item.work))
        page.want(item)
        works.append(item.work)
    return works


def by_numbers(page: Page) -> None:
    a, b, c = page.body(), page.body(), page.body()
    _numbered(page, [a, b, a, c, c, c, b])
    page.hand += page.rng.choice(
        (
            [f"1. {a} chủ trì mục 1, 3 phần II.", f"2. {b} chủ trì mục 2, 7 phần II.",
             f"3. {c} chủ trì từ mục 4 đến mục 6 phần II."],
            [f"Phân công: mục 1, 3: {a}; mục 2, 7: {b}; mục 4 - 6: {c}."],
            [f"* Phân công thực hiện: {a} chủ trì các mục 1 và 3; {b} chủ trì các mục 2 và 7; "
             f"{c} chủ trì các mục 4, 5, 6."],
            [f"- Mục II.1, II.3: {a}.", f"- Mục II.2, II.7: {b}.", f"- Mục II.4, II.5, II.6: {c}."],
            [f"1. {a}: thực hiện nhiệm vụ 1, 3 Mục II.", f"2. {b}: thực hiện nhiệm vụ 2, 7 Mục II.",
             f"3. {c}: thực hiện nhiệm vụ từ 4 đến 6 Mục II."],
            [f"{a} chịu trách nhiệm thực hiện mục 1, 3 phần II; {b} mục 2, 7 phần II; "
             f"các mục còn lại do {c} thực hiện."],
            [f"1. Giao {a} làm đầu mối các nội dung số 1, số 3 phần II.",
             f"2. Giao {b} làm đầu mối các nội dung số 2, số 7 phần II.",
             f"3. Giao {c} làm đầu mối các nội dung từ số 4 đến số 6 phần II."],
            [f"1. {a}: II.1, II.3", f"2. {b}: II.2, II.7", f"3. {c}: II.4 - II.6"],
        )
    )  # fmt: skip


def groups_of_work(page: Page) -> None:
    """ "Nhóm nhiệm vụ 1: ..." with items, handed over by the group's number."""
    label = page.pick("Nhóm nhiệm vụ {0}:", "Nhóm {0}.", "Nhóm nhiệm vụ thứ {0}:", "Nhóm việc {0}:", "Nội dung {0}:")
    word = label.split(" {0}")[0].removesuffix(" thứ").lower()
    bodies = [page.body() for _ in range(3)]
    numbers = ("nhất", "hai", "ba") if "thứ" in label else ("1", "2", "3")
    for number, topic, body in zip(numbers, page.topics(3), bodies, strict=True):
        page.lines.append(f"{label.format(number)} {topic}")
        for letter in "ab":
            item = page.item(lead=body)
            page.lines.append(f"{letter}) {item.work}.")
            page.want(item)
    form = page.pick("{0} chủ trì {1}.", "Giao {0} chủ trì thực hiện {1}.", "{0}: phụ trách {1}.",
                     "{0} chịu trách nhiệm {1}.")  # fmt: skip
    for count, (number, body) in enumerate(zip(numbers, bodies, strict=True), start=1):
        said = f"{word} thứ {number}" if "thứ" in label else f"{word} {number}"
        page.hand.append(f"{count}. " + form.format(body, said))


def by_headings(page: Page) -> None:
    """Sections are called by their headings, quoted or not."""
    bodies, topics = [page.body() for _ in range(3)], page.topics(3)
    for count, (topic, body) in enumerate(zip(topics, bodies, strict=True), start=1):
        page.lines.append(f"{count}. {topic}")
        for letter in "ab":
            item = page.item(lead=body)
            page.lines.append(f"{letter}) {item.work}.")
            page.want(item)
    form = page.pick("{0} chủ trì nội dung “{1}”.", "{0} phụ trách phần “{1}”.", "{0} chủ trì các nhiệm vụ về {2}.",
                     "{0} chủ trì thực hiện mục “{1}”.", "{0} chịu trách nhiệm nội dung {2}.")  # fmt: skip
    for count, (topic, body) in enumerate(zip(topics, bodies, strict=True), start=1):
        page.hand.append(f"{count}. " + form.format(body, topic, topic[0].lower() + topic[1:]))


def by_quotations(page: Page) -> None:
    """Single tasks are quoted."""
    bodies = [page.body() for _ in range(4)]
    works = _numbered(page, bodies, page.pick("{0}. {1}.", "- {1}.", "+ {1};"))
    form = page.pick("{0} chủ trì nội dung “{1}”.", "{0} thực hiện nhiệm vụ “{1}”.", "Giao {0} làm việc “{1}”.",
                     "Việc “{1}” giao {0} chủ trì.", "Nội dung “{1}”: {0}.")  # fmt: skip
    for count, (work, body) in enumerate(zip(works, bodies, strict=True), start=1):
        page.hand.append(f"{count}. " + form.format(body, work.replace("“", '"').replace("”", '"')))


def some_without(page: Page) -> None:
    """Most tasks name their lead in a bracket; two do not, and nothing else says who leads them."""
    without = page.rng.sample(range(6), 2)
    for at in range(6):
        item = page.item()
        page.lines.append(f"{at + 1}. {item.work}" + ("." if at in without else f" ({item.lead} chủ trì)."))
        page.want(item, lead=at not in without)


LAYOUTS = (by_numbers, groups_of_work, by_headings, by_quotations, some_without)
