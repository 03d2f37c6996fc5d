"""Files are immutable and stored under their SHA-256; a new version is a new row."""

from django.conf import settings
from django.db import models

from congdoan.core.models.base import AuditedModel


class Blob(models.Model):
    """Bytes, once. `content_type` is the true type, found from the content."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.BigIntegerField()
    content_type = models.CharField(max_length=150)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.sha256


class StoredFile(AuditedModel):
    """A blob under the name that somebody gave it."""

    blob = models.ForeignKey(Blob, models.PROTECT, related_name="names")
    name = models.CharField(max_length=255)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
