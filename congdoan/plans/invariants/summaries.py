"""The kept counts of wide plans are those of their rows."""

from collections.abc import Iterator

from congdoan.core.verify.checks import Check, Progress, checks
from congdoan.plans.queries.work.follow_up.summary import kept_of, true_summaries


def register() -> None:
    sentence = "Số đếm giữ sẵn của kế hoạch rộng đúng bằng số đếm từ phần việc"
    checks.register("plans.summaries", Check(sentence, find_wrong, slow=True))


def find_wrong(progress: Progress) -> Iterator[str]:
    """Looked at again where they differ: something may have changed while it was counted."""
    summaries = list(true_summaries().select_related("plan__unit"))
    for done, one in enumerate(summaries):
        progress("Đếm lại phần việc của kế hoạch rộng", done, len(summaries))
        kept = {"figures": one.figures, "units": one.units}
        if kept_of(one.plan) != kept and true_summaries().filter(pk=one.pk, at=one.at).exists():
            yield f"Kế hoạch số {one.plan_id} ({one.plan})"
