"""Lifecycles: an explicit table of allowed transitions next to the model; one service makes one transition."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from congdoan.core.errors import IllegalTransition

Transitions = Mapping[Any, tuple[Any, ...]]


class HasState(models.Model):
    """Mixin of models with a `state` field and a `TRANSITIONS` table (state → states it may become)."""

    TRANSITIONS: Transitions = {}
    state: Any

    class Meta:
        abstract = True

    def may_become(self, wanted: str) -> bool:
        return wanted in self.TRANSITIONS.get(self.state, ())

    def move_to(self, wanted: str) -> None:
        """Set the state; raises IllegalTransition naming both states. The caller holds the row lock and saves."""
        if not self.may_become(wanted):
            raise self.refusal(str(self._state_labels().get(wanted, wanted)))
        self.state = wanted

    def refusal(self, wanted: str) -> IllegalTransition:
        """What to raise where the state does not allow what is `wanted`, a state or a verb as people say it."""
        return IllegalTransition(
            str(self), str(self._state_labels().get(self.state, self.state)), wanted, self.last_step()
        )

    def last_step(self) -> str:
        """Who did what last and when, for the second of two people; models that remember their steps say it."""
        return ""

    def _state_labels(self) -> dict[Any, Any]:
        return dict(self._meta.get_field("state").flatchoices)  # type: ignore[union-attr]
