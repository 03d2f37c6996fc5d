"""The text of a paragraph in stretches of one font each, decoded when it is whole: a letter may lie in two of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading.extract.old_fonts import decoded


@dataclass(slots=True)
class Stretches:
    """`encoding` and `capitals` are those of the text that is added next (see `old_fonts`)."""

    encoding: str | None = None
    capitals: bool = False
    parts: list[tuple[str | None, list[str]]] = field(default_factory=list)

    def wear(self, encoding: str | None, *, capitals: bool) -> None:
        """What is added from now on is in a font of `encoding`, its small letters shown as capitals or not."""
        self.encoding = "tcvn3-capitals" if capitals and encoding == "tcvn3" else encoding
        self.capitals = capitals

    def add(self, text: str) -> None:
        if self.capitals and self.encoding is None:
            text = text.upper()
        if not self.parts or self.parts[-1][0] != self.encoding:
            self.parts.append((self.encoding, []))
        self.parts[-1][1].append(text)

    @property
    def text(self) -> str:
        return "".join(decoded("".join(parts), encoding) for encoding, parts in self.parts)
