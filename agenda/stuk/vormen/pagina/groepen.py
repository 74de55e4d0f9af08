"""Topics that share a place, and where the border of the top runs between or through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda

BUITEN = "iets buiten de lijst"
"""What a topic waits for that has no place."""


def over_de_grens(agenda: Jaaragenda, plaats: int, aantal: int) -> bool:
    """Whether topics that share a place are partly in the top and partly not."""
    return plaats <= agenda.top < plaats + aantal - 1


def grens_zinnen(agenda: Jaaragenda, plaats: int, aantal: int) -> tuple[str, str]:
    """What stands where the border runs through a shared place."""
    meer = agenda.ranglijst.profiel.woorden.onderwerp.meer
    waar = f"Hier loopt de grens van de top {agenda.top}."
    gedeeld = f"Plaats {plaats} is gedeeld door {aantal} {meer}."
    waarom = f"{gedeeld} Met deze weging valt er niet tussen te kiezen."
    return waar, waarom if aantal else ""


def samen_tekst(aantal: int) -> str:
    """With how many a place is shared: «4 samen»; empty for one that is not."""
    return f"{aantal} samen" if aantal > 1 else ""


def kan_pas_na(agenda: Jaaragenda, lid: Beoordeeld) -> str:
    """The places of what must come first: «kan pas na plaats 5 en 12»; empty when nothing must."""
    eerst = agenda.samenhang.vereist_door(lid.onderwerp)
    if not eerst:
        return ""
    return f"kan pas na {wachten([b.plaats for b in eerst])}"


def wachten(plaatsen: list[int | None]) -> str:
    """What is waited for, by place; what has no place comes last."""
    op_plaats = sorted({plaats for plaats in plaatsen if plaats is not None})
    delen = [f"plaats {' en '.join(map(str, op_plaats))}"] if op_plaats else []
    return " en ".join([*delen, *([BUITEN] if None in plaatsen else [])])
