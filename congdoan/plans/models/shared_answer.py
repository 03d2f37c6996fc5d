from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.text import fold
from congdoan.documents.models import Document


@audited
class SharedAnswer(AuditedModel):
    """An answer that everyone at and under `unit` can find: what was asked, in general words, and what holds.

    A withdrawn one stays for whoever was answered by it, with the day and the reason; nobody finds it any more.
    """

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="+", verbose_name="đơn vị trả lời")
    question = models.TextField("câu hỏi")
    answer = models.TextField("trả lời")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản liên quan"
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đăng"
    )
    published_on = models.DateField("ngày đăng")
    withdrawn_on = models.DateField("ngày thu hồi", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người thu hồi"
    )
    reason = models.TextField("lý do thu hồi", blank=True)
    folded = models.TextField(editable=False)
    created_at = models.DateTimeField("lúc tạo", auto_now_add=True)

    class Meta:
        verbose_name = "câu trả lời chung"
        ordering = ["-published_on", "-pk"]
        indexes = [
            models.Index(fields=["unit", "-published_on"], name="plans_answer_of_unit"),
            GinIndex(SearchVector("folded", config="simple"), name="plans_answer_words"),
        ]

    def __str__(self) -> str:
        return self.question

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.question} {self.answer}")
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)
