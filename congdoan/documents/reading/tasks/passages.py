"""The passages of the body: each letter of it stands in one that became a task or in one that says why it did not."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading.model import Passage, Task
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found


def passages(found: Found, tasks: list[Task]) -> list[Passage]:
    """In the order of the paper. A passage of which only some clauses are work is cut around them.

    A table row stays whole: its other cells say who does the work, by when and with what result.
    """
    cut: list[Passage] = []
    at = 0
    for block in found.tree.blocks:
        first = at
        while at < len(tasks) and tasks[at].start < block.end:
            at += 1
        cut += _of_block(found, block, tasks[first:at])
    return cut


def _of_block(found: Found, block: Block, tasks: list[Task]) -> Iterator[Passage]:
    if not tasks or block.columns is not None:
        yield Passage(block.start, block.end, block.number, None if tasks else found.reasons.get(block.at))
        return
    text, begin = found.paper.text, block.start
    for task in tasks:
        if _says_something(text[begin : task.start]) and task.start > block.body:
            yield Passage(begin, task.start, block.number, "assignment")
            begin = task.start
        yield Passage(begin, task.end, block.number, None)
        begin = task.end
    if _says_something(text[begin : block.end]):
        yield Passage(begin, block.end, block.number, "assignment")


def _says_something(words: str) -> bool:
    return any(letter.isalnum() for letter in words)
