"""One answer to several difficulties that ask the same, which others may find when it is published."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.documents.models import Document
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, SharedAnswer
from congdoan.plans.queries.answers.waiting import obstacles_seen
from congdoan.plans.services.answers.publish import publish
from congdoan.plans.services.work.answer_obstacle import answer_obstacle

MOST: Final = 100


@transaction.atomic
def answer_together(
    *, obstacle_ids: Sequence[int], by: User, answer: str, question: str = "", document: Document | None = None
) -> int:
    """Answer all of them or none; gives how many. With a `question` the answer is published under these words.

    Raises IllegalTransition when somebody answered one of them meanwhile: it says which.
    """
    ids = sorted(set(obstacle_ids))
    if not 0 < len(ids) <= MOST:
        raise Invalid(f"Chọn từ 1 đến {MOST} vướng mắc để trả lời chung.")
    asked = list(obstacles_seen(by).filter(pk__in=ids).select_related("routed_to"))
    if len(asked) != len(ids):
        raise Invalid("Có vướng mắc không còn trong phạm vi được xem. Mở lại danh sách rồi chọn lại.")
    shared = _published(asked, by, answer, question, document) if question.strip() else None
    for pk in ids:
        answer_obstacle(obstacle_id=pk, by=by, answer=answer, shared=shared)
    return len(ids)


def _published(
    asked: Sequence[Obstacle], by: User, answer: str, question: str, document: Document | None
) -> SharedAnswer:
    organs = {obstacle.routed_to.organ_id: obstacle.routed_to for obstacle in asked}
    if len(organs) > 1:
        raise Invalid("Các vướng mắc này gửi tới nhiều cơ quan. Đăng riêng câu trả lời của từng cơ quan.")
    (unit,) = organs.values()
    require(by, "plans.coordinate", unit)
    return publish(unit=unit.organ, by=by, question=question, answer=answer, document=document)
