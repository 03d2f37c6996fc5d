"""What is kept of a wide plan's follow-up, so that its pages need not count every part each time."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from congdoan.plans.models.plan import Plan


class FollowUpSummary(models.Model):
    """Counts of all parts of a plan; see `queries.work.follow_up.summary`. True while no change of the plan is noted.

    `units` are the ids of all that have a part, by rank and name: a page of them is read, never all. The worker makes
    it anew after changes; nothing else writes it.
    """

    plan = models.OneToOneField(Plan, models.CASCADE, primary_key=True, related_name="+")
    figures = models.JSONField()
    units = ArrayField(models.BigIntegerField())
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Số đếm của {self.plan}"


class FollowUpChange(models.Model):
    """Something that a summary counts was changed: written by triggers, in the transaction of the change.

    `followed` is the plan's id, 0 for every plan; `task` the one that changed, none when the plan is to be counted as a
    whole. Rows are only added, so that nobody waits for another who reports.
    """

    followed = models.BigIntegerField(db_index=True)
    task = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"Kế hoạch số {self.followed} đổi"
