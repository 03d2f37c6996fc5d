from django.db import models


class Spent(models.Model):
    """Until when somebody has used up what they may do of something costly; `core.limits` keeps it."""

    key = models.CharField(primary_key=True, max_length=120)
    until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_spent"

    def __str__(self) -> str:
        return self.key
