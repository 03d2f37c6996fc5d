"""What a command says when it cannot be done."""


class Failure(Exception):
    """The command cannot be done; the message is one Vietnamese sentence that says what to do."""
