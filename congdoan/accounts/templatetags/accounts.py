"""Template tags of the pages of one's own account: `{% load accounts %}`."""

from django import template

from congdoan.accounts.browsers import browser_words

register = template.Library()
register.filter("browser_words", browser_words)
