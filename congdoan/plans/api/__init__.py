"""Plans, their tasks, what units owe of them, and the figures of targets, for programs."""

from ninja import Router

from congdoan.plans.api.figures import router as figures
from congdoan.plans.api.plans import router as plans
from congdoan.plans.api.targets import router as targets
from congdoan.plans.api.work import router as work

router = Router()
for part in (plans, work, targets, figures):
    router.add_router("", part)
