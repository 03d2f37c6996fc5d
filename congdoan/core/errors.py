"""Errors that a user sees: what was wrong, where, and what to do. One middleware turns them into pages."""


class DomainError(Exception):
    """A rule of the domain forbids it. `message` is a Vietnamese sentence for the user; `status` the HTTP answer.

    `retry_after`: seconds after which the same may be asked again, 0 when time changes nothing.
    """

    status = 422
    retry_after = 0

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Invalid(DomainError):
    """What was entered cannot be taken."""


class NotAllowed(DomainError):
    """The person may see the object but not do this to it."""

    status = 403


class NotFound(DomainError):
    """No such object among those the person may see."""

    status = 404


class Conflict(DomainError):
    """Somebody else changed the object first; the message says who, what and when."""

    status = 409


class IllegalTransition(Conflict):
    """The object is not in a state from which this can be done."""

    def __init__(self, what: str, current: str, wanted: str, last_step: str = "") -> None:
        since = f" ({last_step})" if last_step else ""
        now = f"{what} đã ở trạng thái “{current}”{since}."
        if current != wanted:
            now = f"{what} đang ở trạng thái “{current}”{since}, không chuyển sang “{wanted}” được."
        super().__init__(now)
        self.current = current
        self.wanted = wanted
