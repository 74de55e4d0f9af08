"""The answer to a question that the region asks for itself, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Feitwaarde = int | str | tuple[str, ...]
"""A number, a choice, several choices, or text."""


@dataclass(frozen=True, slots=True)
class Feit:
    """What is known of one field of the profile; a fact that is unknown is not there.

    Attributes:
        lezing: what is our reading, and not in the source.
    """

    waarde: Feitwaarde
    onderbouwing: str = ""
    bron: str = ""
    lezing: str = ""

    @property
    def kaal(self) -> bool:
        """Whether there is nothing beside its value."""
        return not (self.onderbouwing or self.bron or self.lezing)

    def als_data(self) -> Any:
        """For a program, and for a hash: its value, with what stands beside it."""
        waarde = list(self.waarde) if isinstance(self.waarde, tuple) else self.waarde
        delen = {naam: getattr(self, naam) for naam in ("onderbouwing", "bron", "lezing")}
        gevuld = {naam: tekst for naam, tekst in delen.items() if tekst}
        return {"waarde": waarde, **gevuld} if gevuld else waarde


Feiten = dict[str, Feit]
"""Code of a field → what is known of it."""
