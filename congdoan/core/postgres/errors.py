"""What can keep the embedded PostgreSQL from running, said to whoever starts it."""


class ServerError(RuntimeError):
    """The embedded PostgreSQL cannot run; the message is one Vietnamese sentence that says what to do."""
