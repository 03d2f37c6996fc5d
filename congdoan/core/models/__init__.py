from congdoan.core.models.accesses import RecordAccess
from congdoan.core.models.backups import Backup
from congdoan.core.models.base import AuditedModel
from congdoan.core.models.clock import ClockSetting
from congdoan.core.models.files import Blob, StoredFile
from congdoan.core.models.forgetting import Forgetting
from congdoan.core.models.jobs import JobRun
from congdoan.core.models.limits import Spent
from congdoan.core.models.numbering import Counter, PaperNumbers
from congdoan.core.models.rules import Rule, WorkdayException
from congdoan.core.models.seals import SealBlock, SealPiece
from congdoan.core.models.seeing import Failure, PageTimes

__all__ = [
    "AuditedModel",
    "Backup",
    "Blob",
    "ClockSetting",
    "Counter",
    "Failure",
    "Forgetting",
    "JobRun",
    "PageTimes",
    "PaperNumbers",
    "RecordAccess",
    "Rule",
    "SealBlock",
    "SealPiece",
    "Spent",
    "StoredFile",
    "WorkdayException",
]
