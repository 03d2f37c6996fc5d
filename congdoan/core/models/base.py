"""What every audited table has: the row is the record of its own making, triggers keep every older version."""

from django.db import models
from django.db.models.expressions import Func, Value
from django.db.models.functions import Cast, NullIf


class CurrentContext(Func):
    """The id of the audit context of this transaction, as the database knows it (also for COPY and raw SQL)."""

    function = "current_setting"
    output_field = models.TextField()


class AuditedModel(models.Model):
    """Base of audited tables. `made_in` is the audit context in which the row was inserted."""

    made_in = models.UUIDField(
        null=True,
        editable=False,
        db_default=Cast(
            NullIf(CurrentContext(Value("pghistory.context_id"), Value(True)), Value("")), models.UUIDField()
        ),
    )

    class Meta:
        abstract = True
