from django.db import models


class Demonstration(models.Model):
    """The mark of an installation that began as the demo federation: at most one row."""

    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="demo_one_row")]

    def __str__(self) -> str:
        return f"Liên đoàn mẫu từ {self.begun_at:%d/%m/%Y}"
