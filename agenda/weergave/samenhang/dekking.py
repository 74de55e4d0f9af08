"""Which topics serve the proposals of a region, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.lezing import lezing_zin
from agenda.weergave.samenhang.verbanden import kort
from agenda.weergave.vormen import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.kennis.woorden import Woorden
    from agenda.samenhang.samenhang import Dekking, Samenhang

_LEESHULP = (
    "Toegelaten: er draagt een toegelaten onderwerp aan bij."
    " Onbeslist: er dragen alleen onbesliste onderwerpen aan bij."
)


def dekkingstabellen(samenhang: Samenhang, titel: str) -> Iterator[Tabel]:
    """All themes at a glance, then a table per theme; what was let go stands apart."""
    per_thema: dict[str, list[Dekking]] = {
        f"{thema.nummer}. {thema.naam}": [
            dekking
            for dekking in samenhang.dekking.values()
            if dekking.voorstel.thema == thema.code and not dekking.losgelaten
        ]
        for thema in samenhang.ranglijst.profiel.themas
    }
    losgelaten = [dekking for dekking in samenhang.dekking.values() if dekking.losgelaten]
    soorten = ("toegelaten", "alleen onbeslist", "geen")
    noten = [_LEESHULP]
    if losgelaten:
        noten.append(f"Losgelaten voorstellen tellen niet mee: {len(losgelaten)}.")
    woorden = samenhang.ranglijst.profiel.woorden
    thema, voorstel = woorden.thema, woorden.voorstel
    yield Tabel(
        f"{titel}: welke {woorden.onderwerp.meer} dragen bij aan de {voorstel.meer}?",
        (thema.kop, voorstel.koppen, "Toegelaten", "Onbeslist", "Geen"),
        tuple(
            (kop, len(lijst), *(list(map(dekkingswoord, lijst)).count(s) for s in soorten))
            for kop, lijst in per_thema.items()
        ),
        tuple(noten),
        rekbaar=(0,),
    )
    for kop, lijst in per_thema.items():
        if lijst:
            yield _dekkingstabel(kop, lijst, woorden)
    if losgelaten:
        yield _dekkingstabel(f"Losgelaten {voorstel.meer}", losgelaten, woorden)


def _dekkingstabel(kop: str, lijst: Iterable[Dekking], woorden: Woorden) -> Tabel:
    """Proposals with the topics that serve them."""
    rijen = []
    for dekking in lijst:
        voorstel = dekking.voorstel
        staat = "" if voorstel.staat == "actueel" else f" ({voorstel.staat})"
        leden = (*dekking.toegelaten, *dekking.onbeslist, *dekking.niet_toegelaten)
        regels = [kort(lid) for lid in leden]
        lezing = lezing_zin(voorstel.bron.lezing)
        titel = f"{voorstel.titel}{staat}" + (f"\n– {lezing}" if lezing else "")
        rijen.append((voorstel.nummer, titel, "\n".join(regels) or "geen"))
    koppen = ("Nr", woorden.voorstel.kop, woorden.onderwerp.koppen)
    return Tabel(kop, koppen, tuple(rijen), rekbaar=(1,))


def dekkingswoord(dekking: Dekking) -> str:
    """By what kind of topic a proposal is served best."""
    return "alleen onbeslist" if dekking.beste == "onbeslist" else dekking.beste
