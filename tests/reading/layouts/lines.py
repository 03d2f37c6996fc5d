"""Tasks that say themselves who and when: on lines below, on the same line, in a sentence."""

from __future__ import annotations

from tests.reading.layouts.draw import Page

LEAD = (
    "Thực hiện", "Đơn vị thực hiện", "Chủ trì", "Phụ trách", "Đầu mối", "Cơ quan chủ trì", "Người làm", "Bộ phận làm",
    "Chịu trách nhiệm", "Giao", "Đơn vị được giao", "Phân công", "Người lo", "Đơn vị chủ trì thực hiện",
)  # fmt: skip
HELPER = ("Phối hợp", "Đơn vị phối hợp", "Cơ quan phối hợp", "Cùng làm", "Hỗ trợ", "Đơn vị tham gia")
DUE = (
    "Thời gian", "Thời hạn", "Tiến độ", "Hạn", "Hoàn thành", "Xong", "Thời gian thực hiện", "Hạn hoàn thành", "Mốc",
    "Thời điểm hoàn thành", "Hạn cuối",
)  # fmt: skip


def lines_below(page: Page) -> None:
    """Label and value on lines of their own."""
    lead, helper, due = page.pick(*LEAD), page.pick(*HELPER), page.pick(*DUE)
    number = page.pick("{0}.", "Nhiệm vụ {0}.", "Việc {0}:", "Nội dung {0}:")
    mark = page.pick("- ", "+ ", "* ", "")
    for count in range(1, 6):
        item = page.item()
        page.lines.append(f"{number.format(count)} {item.work}.")
        page.lines += [f"{mark}{lead}: {item.lead}.", f"{mark}{helper}: {item.helper}.", f"{mark}{due}: {item.cell}."]
        page.want(item, helper=True, due=True)


def one_line_below(page: Page) -> None:
    """All labels on one line under the task."""
    form = page.pick(
        "- {lead}: {0}; - {helper}: {1}; - {due}: {2}.", "{lead}: {0}; {helper}: {1}; {due}: {2}.",
        "({lead}: {0}; {helper}: {1}; {due}: {2})", "→ {0}; {2}.", "[{0} – {2}]", "{lead}: {0} – {due}: {2}.",
    )  # fmt: skip
    lead, helper, due = page.pick(*LEAD[:8]), page.pick(*HELPER[:3]), page.pick(*DUE[:7])
    for count in range(1, 6):
        item = page.item()
        page.lines.append(f"{count}. {item.work}.")
        page.lines.append(form.format(item.lead, item.helper, item.cell, lead=lead, helper=helper, due=due))
        page.want(item, helper="{1}" in form, due=True)


def on_the_line(page: Page) -> None:
    """Who and when behind the words of the task."""
    form = page.pick(
        "{work}. Chủ trì: {0}. Phối hợp: {1}. Thời gian: {2}.", "{work}; {0} chủ trì, {1} phối hợp; {when}.",
        "{work} – {0} – {2}.", "{work} ({0}; {2}).", "{work} ({0}, {when}).", "{work} / {0} / {2}",
        "{work}: {0}, {when}.", "{work}. Người phụ trách: {0}; hạn: {2}.", "{work} ({0} làm, {when}).",
        "{work}. Việc này {0} lo, {when}.", "{work} [{0}].", "{work} => {0} ({2}).",
    )  # fmt: skip
    for count in range(1, 7):
        item = page.item()
        page.lines.append(f"{count}. " + form.format(item.lead, item.helper, item.cell, work=item.work, when=item.said))
        page.want(item, helper="{1}" in form, due="{2}" in form or "{when}" in form)


def sentences(page: Page) -> None:
    """The body begins the sentence, or ends it."""
    forms = (
        "{0} tham mưu {work}, {when}.", "{0} làm đầu mối {work}, {when}.", "{0} được giao {work} {when}.",
        "{0} chịu trách nhiệm chính trong việc {work}.", "{0} giữ vai trò chủ trì, {1} phối hợp {work}.",
        "{When}, {0} {work}.", "{Work}; việc này giao {0} hoàn thành {when}.",
        "{Work}, giao {0}, {when}.", "{Work} và giao {0} làm đầu mối, {when}.", "{0} có nhiệm vụ {work}.",
        "{Work}. {0} chịu trách nhiệm chính, {1} hỗ trợ.", "Nhiệm vụ {work} do {0} đảm trách.",
    )  # fmt: skip
    for count in range(1, 8):
        form, item = page.rng.choice(forms), page.item()
        small = item.work[0].lower() + item.work[1:]
        said = form.format(item.lead, item.helper, work=small, Work=item.work, when=item.said,
                           When=item.said[0].upper() + item.said[1:])  # fmt: skip
        page.lines.append(f"{count}. {said[0].upper()}{said[1:]}")
        helper = "{1} phối hợp" in form or "{1} hỗ trợ" in form
        page.want(item, helper=helper, due="{when}" in form or "{When}" in form)
        page.wanted[-1]["text"] = f"{said[0].upper()}{said[1:]}"


LAYOUTS = (lines_below, one_line_below, on_the_line, sentences)
