from congdoan.oversight.models.inspection import (
    FINDINGS_KNOWN,
    ISSUED,
    KNOWN_TO_UNIT,
    SIGNED,
    Finding,
    FindingKind,
    Inspection,
    InspectionQuestion,
    InspectionState,
    InspectionStep,
)
from congdoan.oversight.models.programme import AnswerKind, Checklist, Programme, ProgrammeState, ProgrammeStep
from congdoan.oversight.models.remedy import Remedy, RemedyState

__all__ = [
    "FINDINGS_KNOWN",
    "ISSUED",
    "KNOWN_TO_UNIT",
    "SIGNED",
    "AnswerKind",
    "Checklist",
    "Finding",
    "FindingKind",
    "Inspection",
    "InspectionQuestion",
    "InspectionState",
    "InspectionStep",
    "Programme",
    "ProgrammeState",
    "ProgrammeStep",
    "Remedy",
    "RemedyState",
]
