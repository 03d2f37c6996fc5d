"""Template tags of the interface kit: `{% load ui %}`."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django_tables2 import Table

from congdoan.core import clock
from congdoan.core.ui import dates, drawing, icons, words
from congdoan.core.ui.states import state_of

register = template.Library()
Number = int | float | Decimal | None
CELL_WORDS = {"done": "xong", "waiting": "chờ", "doing": "đang", "new": "mới", "obstacle": "vướng", "paused": "dừng"}

register.filter("percent_vn", words.percent)
register.filter("filesize_vn", words.file_size)
register.filter("initials", words.initials)
register.simple_tag(words.share, name="share")


@register.filter
def number_vn(value: Number, places: int = 0) -> str:
    """1.234.567; `|number_vn:1` for one decimal."""
    return words.number(value, places)


@register.filter
def date_vn(value: date | datetime | None) -> str:
    """dd/mm/yyyy in local time."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return dates.written(value)


@register.filter
def time_vn(value: datetime | None) -> str:
    """dd/mm/yyyy hh:mm in local time."""
    return f"{timezone.localtime(value):%d/%m/%Y %H:%M}" if value else words.NONE


@register.simple_tag
@cache
def icon(name: str, css: str = "") -> SafeString:
    """An icon that says nothing by itself: the text beside it does."""
    if name not in icons.names():
        raise template.TemplateSyntaxError(f"no icon is called {name!r}; add it to core/ui/icons.py")
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        f"cd-icon {css}".strip(),
        static("vendor/icons/sprite.svg"),
        name,
    )


def marked(glyph: str, label: str, tone: str, *, chip: bool) -> SafeString:
    css = "cd-chip" if chip else "cd-state"
    return format_html('<span class="{}">{}{}</span>', f"{css} {css}-{tone}" if tone else css, icon(glyph), label)


@register.simple_tag
def state(code: str, label: str = "", *, chip: bool = False) -> SafeString:
    """Glyph and words of a state; a filled chip for validity, or with `chip=True` in headers."""
    found = state_of(code)
    return marked(found.glyph, label or found.label, found.tone, chip=chip or found.chip)


@register.simple_tag
def due_state(
    due: date | None, otherwise: str = "doing", today: date | None = None, *, chip: bool = False
) -> SafeString:
    """Quá hạn n ngày or Còn n ngày when the day is near or past, else the state `otherwise`."""
    left = words.distance(due, today or clock.today()) if due else None
    if left is None or not left.tone:
        return state(otherwise, chip=chip)
    return marked("late" if left.tone == "late" else "clock", left.words, left.tone, chip=chip)


@register.simple_tag
def due(day: date | None, today: date | None = None, *, inline: bool = False) -> SafeString:
    """The due day, then its distance; `inline=True` on one line in a sentence. A year that is not this one is shown."""
    if not day:
        return SafeString('<span class="cd-due">–</span>')
    on = today or clock.today()
    left = words.distance(day, on)
    return format_html(
        '<span class="cd-due{}"><time class="cd-due-date" datetime="{}">{}<span{}>/{}</span></time>'
        '<span class="cd-due-left{}">{}</span></span>',
        " cd-due-inline" if inline else "",
        day.isoformat(),
        f"{day:%d/%m}",
        SafeString(' class="cd-year"') if day.year == on.year else "",
        day.year,
        f" cd-due-left-{left.tone}" if left.tone else "",
        left.words.lower() if inline else left.words,
    )


@register.simple_tag
def table_rows(table: Table) -> SafeString:
    """The rows of a table's body. What a cell wears is the same in each row: it is worked out once a column."""
    openings = [_opening(column.attrs["td"]) for column in table.columns]
    rows = ((row.attrs.as_html(), SafeString("".join(map(_cell, openings, row)))) for row in table.paginated_rows)
    return format_html_join("", "<tr {}>{}</tr>", rows)


def _opening(worn: Mapping[str, str | None]) -> SafeString:
    named = (("class", worn["class"]), ("data-label", worn.get("label")))
    return format_html("<td{}>", format_html_join("", ' {}="{}"', ((name, value) for name, value in named if value)))


def _cell(opening: SafeString, cell: Any) -> str:
    if isinstance(cell, datetime) and timezone.is_aware(cell):
        cell = timezone.localtime(cell)
    return f"{opening}{'–' if cell is None else conditional_escape(localize(cell))}</td>"


@register.simple_tag
def progress(done: float, total: float) -> SafeString:
    """A bar of `done` out of `total`."""
    return format_html(
        '<svg class="cd-progress{}" role="img" aria-label="{} trên {}"><rect width="{}" height="100%"/></svg>',
        " cd-progress-done" if total and done >= total else "",
        words.number(done),
        words.number(total),
        drawing.percent_of(done, total),
    )


@register.simple_tag
@cache
def constant(name: str) -> SafeString:
    """A part that is the same on every page: a process puts it together once."""
    return SafeString(get_template(name).render())


@register.inclusion_tag("core/_shares.html")
def shares(parts: list[tuple[str, str, int]]) -> dict[str, Any]:
    """A bar of shares with its legend; parts are (state, label, count)."""
    return {"shares": drawing.shares(parts)}


@register.inclusion_tag("core/_paging.html", takes_context=True)
def paging(context: template.Context, page: "Page[Any]", what: str = "dòng") -> dict[str, Any]:
    """1–9 trong 52 văn bản, and links to the pages; the filter in the address is kept."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"request": context["request"], "page_obj": page, "page_numbers": list(numbers), "what": what}


@register.inclusion_tag("core/_cell.html")
def cell(
    code: str, word: str = "", days: int = 0, url: str = "", title: str = "", *, lead: bool = False
) -> dict[str, Any]:
    """A matrix cell: `code` is a state, `soon` or `late` (with `days`); `word` replaces the usual one (1/2)."""
    usual = {"soon": f"còn {days}", "late": f"trễ {days}"}.get(code) or CELL_WORDS[code]
    return {"code": code, "word": word or usual, "url": url, "title": title, "lead": lead}


@register.inclusion_tag("core/_time_scale.html")
def time_scale(scale: drawing.TimeScale) -> dict[str, Any]:
    """Head of a timeline: months, years and the day today."""
    return {"scale": scale}


@register.inclusion_tag("core/_time_bar.html")
def time_bar(bar: drawing.TimeBar | None, scale: drawing.TimeScale) -> dict[str, Any]:
    """One line of a timeline; without a bar only the grid."""
    return {"bar": bar, "scale": scale}


@register.inclusion_tag("core/_bars.html")
def bars(figures: list[tuple[str, int]], label: str) -> dict[str, Any]:
    """A small bar chart of (name, figure); the last one is the present."""
    most = max((figure for _, figure in figures), default=0)
    step = 100 / max(len(figures), 1)
    drawn = [
        {
            "name": name,
            "figure": figure,
            "x": f"{step * (place + 0.22):.2f}%",
            "middle": f"{step * (place + 0.5):.2f}%",
            "width": f"{step * 0.56:.2f}%",
            "top": f"{96 - 80 * figure / most if most else 96:.1f}",
            "height": f"{80 * figure / most if most else 0:.1f}",
        }
        for place, (name, figure) in enumerate(figures)
    ]
    return {"bars": drawn, "label": label}
