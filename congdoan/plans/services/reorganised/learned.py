"""What papers taught of a unit that is no more is said of the one that takes over; without one it is said no more."""

from django.db.models import QuerySet

from congdoan.core.finding import find
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.organisation.succession import Succession
from congdoan.plans.models import Doubt, RuleSource, SectionHabit
from congdoan.plans.models.plan import EDITABLE
from congdoan.plans.services.drafting.habits import HABIT_LEAD


def rules_follow(succession: Succession) -> None:
    """Names by which papers mean the unit, the sections that it leads, and what drafts advise now.

    Rules of a unit that ends without an heir stay as they were learned; matching and advice leave them out.
    """
    for old in Unit.objects.filter(pk__in=succession.ended).order_by("pk"):
        heir = find(Unit.objects, succession.heirs.get(old.pk))
        if heir is not None:
            _names_follow(old, heir)
            _habits_follow(old, heir)
        _advice_follows(old, heir)


def _names_follow(old: Unit, heir: Unit) -> None:
    for alias in UnitAlias.objects.filter(unit=old):
        same = UnitAlias.objects.filter(scope=alias.scope_id, folded=alias.folded, unit=heir).first()
        if same is None:
            alias.unit = heir
            alias.save(update_fields=["unit"])
        elif alias.revoked_at is None and same.revoked_at is not None:
            continue  # somebody said that papers do not mean the heir by it
        else:
            _hand_on(RuleSource.objects.filter(alias=alias), alias=same)
            alias.delete()


def _habits_follow(old: Unit, heir: Unit) -> None:
    for habit in SectionHabit.objects.filter(unit=old):
        same = SectionHabit.objects.filter(scope=habit.scope_id, topic=habit.topic, unit=heir).first()
        if same is None:
            habit.unit = heir
            habit.save(update_fields=["unit"])
        else:
            _hand_on(RuleSource.objects.filter(habit=habit), habit=same)
            habit.delete()


def _hand_on(sources: QuerySet[RuleSource], **into: UnitAlias | SectionHabit) -> None:
    """Each paper confirms a rule once."""
    there = RuleSource.objects.filter(**into).values("plan")
    for source in sources.exclude(plan__in=list(there.values_list("plan", flat=True))):
        for name, rule in into.items():
            setattr(source, name, rule)
        source.save(update_fields=list(into))


def _advice_follows(old: Unit, heir: Unit | None) -> None:
    """In drafts under review nobody is advised to name a unit that is no more."""
    asked = Doubt.objects.filter(code=HABIT_LEAD, resolved_at=None, plan__state__in=EDITABLE)
    changed = list(asked.filter(choices__0__effect__unit=old.pk))
    for doubt in changed:
        first, *others = doubt.choices
        if heir is None:
            doubt.choices, doubt.message, doubt.suggested = others, "Văn bản không ghi ai chủ trì.", None
        else:
            label = first["label"].replace(str(old), str(heir))
            doubt.choices = [{**first, "label": label, "effect": {**first["effect"], "unit": heir.pk}}, *others]
            doubt.message = doubt.message.replace(str(old), str(heir))
    Doubt.objects.bulk_update(changed, ["choices", "message", "suggested"])
