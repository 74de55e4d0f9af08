"""How far long work is: a use case passes its work through a `Volger`, which may show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class Volger(Protocol):
    """Passes items on unchanged, as they are worked on."""

    def __call__(
        self,
        stroom: Iterable[T],
        wat: str,
        aantal: int | None = None,
        naam: Callable[[T], str] | None = None,
    ) -> Iterable[T]:
        """Follow a stream.

        Args:
            stroom: the items.
            wat: what is being done, for the user: «Onderwerpen beoordelen».
            aantal: how many items there are; None when that is not known beforehand.
            naam: what an item is called, for work of few items that each take long.
        """
        ...


def stil(
    stroom: Iterable[T],
    wat: str,
    aantal: int | None = None,
    naam: Callable[[T], str] | None = None,
) -> Iterable[T]:
    """A `Volger` that shows nothing."""
    del wat, aantal, naam
    return stroom
