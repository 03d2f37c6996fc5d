"""Template tags of the pages of one's own account: `{% load accounts %}`."""

from django import template
from django.urls import reverse

from congdoan.accounts.browsers import browser_words
from congdoan.accounts.own_tabs import own_tabs

register = template.Library()
register.filter("browser_words", browser_words)


@register.simple_tag
def more_own_tabs() -> list[tuple[str, str]]:
    """(label, address) of the tabs that packages add to the own account."""
    return [(tab.label, reverse(tab.url_name)) for tab in own_tabs]
