"""The chain of seals: written once, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class SealBlock(models.Model):
    """What was new at one moment. `tree` is the Merkle root over its pieces, `root` the hash of the block's head.

    `began` is the id of the transaction that made it, so that all that ran while an earlier block was made lie below;
    all transactions below `settled` had ended before it looked for new rows.
    """

    number = models.BigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    rows = models.BigIntegerField()
    previous = models.BinaryField(max_length=32)
    tree = models.BinaryField(max_length=32)
    root = models.BinaryField(max_length=32)
    signature = models.BinaryField(max_length=64)
    public_key = models.BinaryField(max_length=32)
    began = models.BigIntegerField()
    settled = models.BigIntegerField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"Khối {self.number}"


class SealPiece(models.Model):
    """Rows of one source in a block: their numbers, and their hashes one after the other, 32 bytes each."""

    block_number = models.BigIntegerField()
    source = models.CharField(max_length=100)
    columns = ArrayField(models.CharField(max_length=100))
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    ids = ArrayField(models.BigIntegerField())
    hashes = models.BinaryField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["block_number", "id"]), models.Index(fields=["source", "last"])]

    def __str__(self) -> str:
        return f"{self.source} {self.first}–{self.last}"
