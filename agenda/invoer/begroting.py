"""Read `begroting.yaml`: the amounts of the year in layers, and tables as a source prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.veldenbestand import goede_rijen, lees_velden
from agenda.onderwerp.laag import Begrotingsposten, Gedrukt, Laag
from agenda.onderwerp.omgeving import Omgeving
from agenda.opslag.rollen import BEGROTINGBESTAND
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Vindplaats
    from regels.lezen.yaml import Gelezen, Pad


def lees_begroting(
    map_: Path, profiel: Profiel, meldingen: list[Melding]
) -> Begrotingsposten | None:
    """The amounts of a dossier; None when there is no such file, or something is wrong in it.

    Args:
        meldingen: every fault is added to this list.
    """
    if not (map_ / BEGROTINGBESTAND).exists():
        return None
    gelezen = lees_velden(map_ / BEGROTINGBESTAND, BEGROTINGBESTAND, meldingen, "lagen: […]")
    if gelezen is None:
        return None
    context = {"omgeving": Omgeving(profiel, {})}
    posten = houd_tegen(Begrotingsposten, gelezen.waarde, gelezen, (), meldingen, context)
    lagen = goede_rijen(Laag, "lagen", gelezen, context)
    meldingen += _past_niet(lagen, profiel, gelezen)
    tabellen = goede_rijen(Gedrukt, "gedrukt", gelezen, context)
    meldingen += _tabellen(tabellen, profiel, gelezen)
    return posten


def _past_niet(lagen: dict[int, Laag], profiel: Profiel, gelezen: Gelezen) -> Iterator[Melding]:
    """What does not fit together: doubles, parts that do not add up, references to nothing."""
    codes = _codes(gelezen)
    for nummer, laag in lagen.items():
        pad = ("lagen", nummer)
        if laag.code in codes[:nummer]:
            plek = gelezen.plek((*pad, "code"))
            yield Melding(plek, "code", toon(laag.code), "elke code één keer")
        samen = sum(post.bedrag for post in laag.posten)
        if laag.posten and samen != laag.bedrag:
            plek = gelezen.plek((*pad, "bedrag"))
            verwacht = f"wat de posten samen zijn: {samen}"
            yield Melding(plek, "bedrag", toon(laag.bedrag), verwacht)
        yield from meld_bron(laag.bron, profiel, gelezen, pad)
        for volgnummer, post in enumerate(laag.posten):
            yield from meld_bron(post.bron, profiel, gelezen, (*pad, "posten", volgnummer))


def _codes(gelezen: Gelezen) -> list[object]:
    """What stands as the code of each layer, also where something else is wrong with it."""
    lijst = gelezen.waarde.get("lagen")
    rijen = lijst if isinstance(lijst, list) else []
    return [rij.get("code") if isinstance(rij, dict) else None for rij in rijen]


def _tabellen(
    tabellen: dict[int, Gedrukt], profiel: Profiel, gelezen: Gelezen
) -> Iterator[Melding]:
    """Printed tables that are about a layer or a document that is not there."""
    codes = [code for code in _codes(gelezen) if isinstance(code, str)]
    for nummer, tabel in tabellen.items():
        pad = ("gedrukt", nummer)
        yield from meld_bron(tabel.bron, profiel, gelezen, pad)
        for volgnummer, code in enumerate(tabel.over):
            if code not in codes:
                plek = gelezen.plek((*pad, "over", volgnummer))
                verwacht = f"de code van een laag: {opsomming(codes)}"
                yield Melding(plek, "over", toon(code), verwacht, bedoelde_u(code, codes))


def meld_bron(bron: Vindplaats, profiel: Profiel, gelezen: Gelezen, pad: Pad) -> Iterator[Melding]:
    """A source that names a document which the profile does not know."""
    if bron.document is not None and bron.document not in profiel.document:
        plek = gelezen.plek((*pad, "bron", "document"))
        verwacht = f"een document uit bronnen.yaml: {opsomming(profiel.document)}"
        hulp = bedoelde_u(bron.document, profiel.document)
        yield Melding(plek, "bron.document", toon(bron.document), verwacht, hulp)
