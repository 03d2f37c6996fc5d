from congdoan.reporting.models.form import (
    Combine,
    Every,
    FormItem,
    FormSection,
    FormState,
    ItemKind,
    Reach,
    ReportForm,
)
from congdoan.reporting.models.issued import SERIES, IssuedReport
from congdoan.reporting.models.report import (
    LONGEST_TEXT,
    MOST_LINES,
    Report,
    ReportState,
    ReportStep,
    ReportValue,
    StepKind,
)
from congdoan.reporting.models.request import ReportRequest, RequestState

__all__ = [
    "LONGEST_TEXT",
    "MOST_LINES",
    "SERIES",
    "Combine",
    "Every",
    "FormItem",
    "FormSection",
    "FormState",
    "IssuedReport",
    "ItemKind",
    "Reach",
    "Report",
    "ReportForm",
    "ReportRequest",
    "ReportState",
    "ReportStep",
    "ReportValue",
    "RequestState",
    "StepKind",
]
