"""Words of work items in templates: `{% load work %}`."""

import re

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
_SYMBOL = re.compile(r"(\S*\d\S*[/-]\S*[^\s,.;:)])")


@register.filter
def whole_symbols(text: str) -> SafeString:
    """The text with symbols of papers (34/KH-LĐLĐ) that no line end breaks."""
    parts = enumerate(_SYMBOL.split(text))
    return format_html_join(
        "", "{}", ((_whole(part) if place % 2 else conditional_escape(part),) for place, part in parts)
    )


def _whole(symbol: str) -> SafeString:
    return format_html_join("", '<span class="cd-nowrap">{}</span>', ((symbol,),))
