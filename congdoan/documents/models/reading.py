"""What the reader found in a paper, kept with the pages, so that every value can show where it came from."""

from django.db import models

from congdoan.core.models.base import AuditedModel
from congdoan.core.models.files import StoredFile
from congdoan.core.models.jobs import JobRun
from congdoan.documents.models.document import Document


class Reading(AuditedModel):
    """One run of the reader over a document. `result` is the reader's whole answer; offsets are into `text`."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="readings")
    job = models.ForeignKey(JobRun, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    is_scan = models.BooleanField(default=False)
    finished_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Bản đọc {self.document}"


class ReadingPage(models.Model):
    """A page: its picture where the paper has pages, and the boxes of its lines: [start, end, left, top, right, bottom]
    with offsets into the text and positions as parts (0 to 1) of the page's width and height."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="pages")
    number = models.SmallIntegerField()
    start = models.IntegerField()
    end = models.IntegerField()
    width = models.IntegerField(default=0)
    height = models.IntegerField(default=0)
    image = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    boxes = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="documents_page_once")]

    def __str__(self) -> str:
        return f"Trang {self.number}"


class Citation(AuditedModel):
    """A mention of another paper in the text. `cited` links it to the paper when that is in the store."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="citations")
    cited = models.ForeignKey(Document, models.SET_NULL, null=True, blank=True, related_name="cited_in")
    type = models.CharField("loại", max_length=60, blank=True)
    symbol = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày", null=True, blank=True)
    issuer = models.CharField("nơi ban hành", max_length=250, blank=True)
    subject = models.CharField("trích yếu", max_length=1000, blank=True)
    text = models.TextField()
    start = models.IntegerField()
    end = models.IntegerField()
    name_only = models.BooleanField(default=False)

    class Meta:
        ordering = ["start"]
        indexes = [models.Index(fields=["symbol"])]

    def __str__(self) -> str:
        return self.symbol or self.text[:80]
