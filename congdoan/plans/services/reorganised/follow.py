"""What becomes of work in hand when units are merged, split, moved or ended. One call, in the command's transaction."""

from congdoan.organisation.models import Reorganisation
from congdoan.organisation.succession import succession_of
from congdoan.plans.services.reorganised.alone import hand_over_questions
from congdoan.plans.services.reorganised.assignments import hand_over_assignments
from congdoan.plans.services.reorganised.learned import rules_follow
from congdoan.plans.services.reorganised.moved import follow_move
from congdoan.plans.services.reorganised.papers import hand_over_papers
from congdoan.plans.services.reorganised.parts import hand_over_parts
from congdoan.plans.services.reorganised.tell import Changed, tell_reorganised


def follow(done: Reorganisation) -> None:
    """Assignments first: whether work is of the unit's own plan is asked of plans that nobody has taken yet."""
    if done.kind == Reorganisation.Kind.MOVE:
        tell_reorganised(done, Changed(follow_move(done)))
        return
    succession = succession_of(done)
    if not succession.giving:
        return
    handed = hand_over_assignments(done, succession)
    parts = hand_over_parts(done, succession)
    papers = hand_over_papers(done, succession)
    hand_over_questions(succession)
    rules_follow(succession)
    tell_reorganised(done, Changed(handed, parts, papers))
