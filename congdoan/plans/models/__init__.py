from congdoan.plans.models.amendment import Amendment, AmendmentChange
from congdoan.plans.models.assignment import Assignment, AssignmentState, AssignmentTarget, Executor
from congdoan.plans.models.checked import CheckedReading, CheckedStage, Correction, Stage
from congdoan.plans.models.continuation import Continuation
from congdoan.plans.models.doubt import Doubt
from congdoan.plans.models.draft_change import DraftChange
from congdoan.plans.models.follow_up import FollowUpChange, FollowUpSummary
from congdoan.plans.models.habit import RuleSource, SectionHabit
from congdoan.plans.models.handover import Handover
from congdoan.plans.models.kind import PlanKind
from congdoan.plans.models.obstacle import Obstacle, ObstacleState
from congdoan.plans.models.own_level import OwnLevel
from congdoan.plans.models.period import PeriodState, WorkPeriod
from congdoan.plans.models.plan import Plan, PlanState, PlanStep, Section
from congdoan.plans.models.report import ProgressReport, ReportFigure, ReportState
from congdoan.plans.models.review import PlanReview, ReviewWhich
from congdoan.plans.models.shared_answer import SharedAnswer
from congdoan.plans.models.step import AssignmentStep, StepKind
from congdoan.plans.models.target import (
    Combining,
    Counting,
    Direction,
    Measure,
    MeasuredTarget,
    Periodicity,
    TargetPeriod,
)
from congdoan.plans.models.target_part import TargetPart, TargetValue
from congdoan.plans.models.task import PartyRole, Recurrence, RollUp, Target, Task, TaskParty

__all__ = [
    "Amendment",
    "AmendmentChange",
    "Assignment",
    "AssignmentState",
    "AssignmentStep",
    "AssignmentTarget",
    "CheckedReading",
    "CheckedStage",
    "Combining",
    "Continuation",
    "Correction",
    "Counting",
    "Direction",
    "Doubt",
    "DraftChange",
    "Executor",
    "FollowUpChange",
    "FollowUpSummary",
    "Handover",
    "Measure",
    "MeasuredTarget",
    "Obstacle",
    "ObstacleState",
    "OwnLevel",
    "PartyRole",
    "PeriodState",
    "Periodicity",
    "Plan",
    "PlanKind",
    "PlanReview",
    "PlanState",
    "PlanStep",
    "ProgressReport",
    "Recurrence",
    "ReportFigure",
    "ReportState",
    "ReviewWhich",
    "RollUp",
    "RuleSource",
    "Section",
    "SectionHabit",
    "SharedAnswer",
    "Stage",
    "StepKind",
    "Target",
    "TargetPart",
    "TargetPeriod",
    "TargetValue",
    "Task",
    "TaskParty",
    "WorkPeriod",
]
