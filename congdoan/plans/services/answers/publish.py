from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.documents.models import Document
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, ObstacleState, SharedAnswer
from congdoan.plans.queries.answers.published import answers_for
from congdoan.plans.services.work.lookup import locked_obstacle
from congdoan.plans.services.work.steps import required


def publish(*, unit: Unit, by: User, question: str, answer: str, document: Document | None) -> SharedAnswer:
    """Let everyone at and under `unit` find the answer. Whoever calls has asked for the right."""
    return SharedAnswer.objects.create(
        unit=unit,
        question=required(question, "câu hỏi", "question"),
        answer=required(answer, "nội dung trả lời", "answer"),
        document=document,
        published_by=by,
        published_on=clock.today(),
    )


@transaction.atomic
def publish_answer(
    *, obstacle_id: int, by: User, question: str, answer: str, document: Document | None
) -> SharedAnswer:
    """Publish what was answered to one difficulty, in words for everybody."""
    obstacle = locked_obstacle(obstacle_id, by)
    require(by, "plans.coordinate", obstacle.routed_to)
    if obstacle.state != ObstacleState.ANSWERED:
        raise Invalid("Vướng mắc này chưa được trả lời. Trả lời trước rồi đăng.")
    if obstacle.shared is not None:
        first = obstacle.shared
        raise Conflict(f"{first.published_by} đã đăng câu trả lời này ngày {first.published_on:%d/%m/%Y}.")
    shared = publish(unit=obstacle.routed_to.organ, by=by, question=question, answer=answer, document=document)
    Obstacle.objects.filter(pk=obstacle.pk).update(shared=shared)
    return shared


@transaction.atomic
def withdraw_answer(*, answer_id: int, by: User, reason: str) -> SharedAnswer:
    """Nobody finds it any more; whoever was answered by it keeps the answer. Also by whoever published it."""
    seen = find(answers_for(by).values_list("pk", flat=True), answer_id)
    if seen is None:
        raise NotFound("Không có câu trả lời này trong phạm vi được xem.")
    shared = SharedAnswer.objects.select_for_update(of=("self",)).select_related("unit", "withdrawn_by").get(pk=seen)
    if shared.published_by_id != by.pk:
        require(by, "plans.coordinate", shared.unit)
    if shared.withdrawn_on:
        raise Conflict(f"{shared.withdrawn_by} đã thu hồi câu trả lời này ngày {shared.withdrawn_on:%d/%m/%Y}.")
    shared.withdrawn_on, shared.withdrawn_by = clock.today(), by
    shared.reason = required(reason, "lý do thu hồi", "reason")
    shared.save(update_fields=["withdrawn_on", "withdrawn_by", "reason"])
    return shared
