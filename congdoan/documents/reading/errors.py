"""The one error a file can end in."""


class UnreadableFile(Exception):
    """A file that cannot be read; `message` is one Vietnamese sentence that says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
