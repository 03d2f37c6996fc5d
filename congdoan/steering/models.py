from django.db import models

from congdoan.worklist.models import OutgoingMail


class WeeklyMail(models.Model):
    """The picture of a weekly mail, and that a person got the mail of the week that begins on the Monday `week`."""

    mail = models.OneToOneField(OutgoingMail, models.CASCADE, related_name="+")
    week = models.DateField()
    picture = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["week"])]

    def __str__(self) -> str:
        return f"{self.week:%d/%m/%Y}"
