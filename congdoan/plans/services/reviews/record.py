"""Writing down what a review of a paper found."""

from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.rights import require
from congdoan.plans.models import PlanReview
from congdoan.plans.services.reviews.due import REVIEW
from congdoan.worklist.services.items import close_work


@transaction.atomic
def record_review(*, review_id: int, by: User, held_on: date, findings: str, next_steps: str) -> PlanReview:
    """Keep when the review was held, what it found and what follows; closes the work.

    Raises NotAllowed unless `by` drafts for the issuer, Invalid for a day yet to come, before the paper or without
    findings, Conflict when somebody has written it down before.
    """
    found = PlanReview.objects.select_for_update(of=("self",)).select_related("plan__unit", "by")
    review = find(found, review_id)
    if review is None:
        raise NotFound("Không còn lần sơ kết, tổng kết này.")
    require(by, "plans.draft", review.plan.unit)
    if review.held_on:
        raise Conflict(f"{review.by} đã ghi {review.get_which_display().lower()} ngày {review.held_on:%d/%m/%Y}.")
    if held_on > clock.today():
        raise Invalid("Ngày họp chưa đến. Ghi sau khi họp.", field="held_on")
    if review.plan.issued_on and held_on < review.plan.issued_on:
        raise Invalid(f"Ngày họp trước ngày ban hành {review.plan.issued_on:%d/%m/%Y}.", field="held_on")
    if not normalise(findings):
        raise Invalid("Ghi kết quả đạt được và hạn chế.", field="findings")
    review.held_on, review.by = held_on, by
    review.findings, review.next_steps = findings.strip(), next_steps.strip()
    review.save()
    close_work(REVIEW, [review.pk])
    return review
