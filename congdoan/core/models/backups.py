from django.db import models


class Backup(models.Model):
    """One archive that was made or was to be made, or out of which this installation came."""

    class Kind(models.TextChoices):
        COMMAND = "command", "Bằng lệnh"
        SCHEDULED = "scheduled", "Theo lịch"
        ASKED = "asked", "Theo yêu cầu"
        RESTORED = "restored", "Phục hồi"

    class Result(models.TextChoices):
        GOOD = "good", "Tốt"
        DAMAGED = "damaged", "Thiếu tệp"
        FAILED = "failed", "Không xong"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    result = models.CharField(max_length=10, choices=Result.choices)
    place = models.CharField(max_length=500)
    content_hash = models.CharField(max_length=64, blank=True)
    size = models.BigIntegerField(null=True)
    files = models.BigIntegerField(default=0)
    damaged_files = models.BigIntegerField(default=0)
    is_sealed = models.BooleanField(default=False)
    error = models.CharField(max_length=500, blank=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-finished_at", "-pk"]
        indexes = [models.Index(fields=["-finished_at"], name="core_backup_newest")]

    def __str__(self) -> str:
        return self.place
