"""Template tags of the pages on corrections: `{% load learning %}`."""

from django import template

from congdoan.plans.models import Correction
from congdoan.plans.queries.checked.words import in_words

register = template.Library()


@register.filter
def read_words(correction: Correction) -> str:
    return in_words(correction.what, correction.read)


@register.filter
def corrected_words(correction: Correction) -> str:
    return in_words(correction.what, correction.corrected)
