from congdoan.organisation.models import Unit
from congdoan.plans.models import Plan


def coordinating_unit(plan: Plan) -> Unit:
    """The unit that accepts results, urges and answers difficulties: the coordinator, else the plan's own unit."""
    return plan.coordinator or plan.unit
