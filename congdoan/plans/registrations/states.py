"""How the states of plans look."""

from congdoan.core.ui.states import State, register_states
from congdoan.plans.models.plan import PlanState

_LOOKS: dict[str, State] = {
    PlanState.DRAFT: State("Bản nháp", "pencil"),
    PlanState.IN_REVIEW: State("Đang rà soát", "doubtful", "soon"),
    PlanState.SUBMITTED: State("Chờ duyệt", "waiting"),
    PlanState.APPROVED: State("Chờ ban hành", "waiting"),
    PlanState.RETURNED: State("Trả lại", "arrow-back-up", "soon"),
    PlanState.ISSUED: State("Đã ban hành", "done", "done"),
    PlanState.RUNNING: State("Đang thực hiện", "doing"),
    PlanState.CLOSED: State("Đã kết thúc", "done", "done"),
    PlanState.REPLACED: State("Đã bị thay thế", "late", "late"),
    PlanState.REPEALED: State("Đã bị bãi bỏ", "late", "late"),
    PlanState.WITHDRAWN: State("Đã rút", "late", "late"),
}


def register() -> None:
    register_states({f"plan_{code}": look for code, look in _LOOKS.items()})
