"""Why a backup cannot be made, or an archive not be restored; each a sentence that says what to do."""

from congdoan.core.errors import DomainError


class BackupFailed(DomainError):
    """No archive was made."""


class Unusable(DomainError):
    """The archive cannot be restored as it is: broken, foreign, newer, or closed to the key that was given."""


class NotEmpty(DomainError):
    """The installation that should take the archive holds something, or is at work."""
