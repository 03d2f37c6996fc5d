"""The "sáu rõ": what an order must say so that it can be carried out and checked."""

from dataclasses import dataclass
from enum import StrEnum


class Clear(StrEnum):
    PERSON = "rõ người"
    WORK = "rõ việc"
    TIME = "rõ thời gian"
    RESPONSIBILITY = "rõ trách nhiệm"
    PRODUCT = "rõ sản phẩm"
    COMPETENCE = "rõ thẩm quyền"


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What a task says. `leads` counts leading bodies, `unknown` those among all parties that are not matched yet.

    A whole level ("every district") counts as one leading body: each unit of it answers for its own part.
    """

    text: str
    leads: int
    unknown: int
    has_due: bool
    recurs: bool
    product: str
    competence: str


def lacking(task: TaskWords) -> tuple[Clear, ...]:
    """Which of the six the task does not say.

    Person: somebody known leads. Responsibility: exactly one leads and every named party is known, so that it is
    clear who answers. Time: a day or a recurrence.
    """
    says = {
        Clear.PERSON: task.leads > 0,
        Clear.WORK: len(task.text.split()) >= 3,
        Clear.TIME: task.has_due or task.recurs,
        Clear.RESPONSIBILITY: task.leads == 1 and task.unknown == 0,
        Clear.PRODUCT: bool(task.product.strip()),
        Clear.COMPETENCE: bool(task.competence.strip()),
    }
    return tuple(clear for clear, said in says.items() if not said)
