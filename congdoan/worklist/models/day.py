from django.db import models


class RemindedDay(models.Model):
    """A business day on which everybody has been reminded. The worker asks often, people are told once."""

    day = models.DateField(primary_key=True)
    done_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
