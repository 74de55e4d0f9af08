"""Check that the files of a profile fit together."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.kringmelding import meld_kringen
from agenda.rangorde.feiten import basisvelden
from regels.melding import Melding
from regels.regelcontrole import typefouten
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek


class _Lijst(NamedTuple):
    """A list in a file, with the place of every part of it."""

    gelezen: Gelezen
    naam: str
    delen: tuple[Any, ...]

    def meld(
        self, nummer: int, veld: str, verwacht: str, bekend: Collection[object] = ()
    ) -> Melding:
        """A finding about a field (a path with dots) of one part."""
        waarde = attrgetter(veld)(self.delen[nummer])
        plek = self.gelezen.plek((self.naam, nummer, *veld.split(".")))
        gevonden = opsomming(map(toon, waarde), "en") if isinstance(waarde, tuple) else toon(waarde)
        return Melding(plek, veld, gevonden, verwacht, bedoelde_u(waarde, bekend))

    def dubbel(self, veld: str) -> Iterator[Melding]:
        """A value that an earlier part has too."""
        gezien: set[object] = set()
        for nummer, deel in enumerate(self.delen):
            waarde = getattr(deel, veld)
            if waarde in gezien:
                yield self.meld(nummer, veld, f"elke waarde van {veld} één keer")
            gezien.add(waarde)

    def verwijst(self, veld: str, bekend: Collection[object]) -> Iterator[Melding]:
        """A reference to something that is not there."""
        for nummer, deel in enumerate(self.delen):
            waarde = attrgetter(veld)(deel)
            if not set(waarde if isinstance(waarde, tuple) else [waarde]) <= set(bekend):
                yield self.meld(nummer, veld, f"een van {opsomming(bekend)}", bekend)


def controleer_profiel(
    profiel: Profiel, modellen: dict[str, Any], gelezen: dict[str, Gelezen]
) -> Iterator[Melding]:
    """What does not fit together: doubles, references to nothing, gaps, circles.

    Args:
        modellen: per file of the profile what it holds, checked one by one.
        gelezen: per file the place of every part.
    """
    regio, voorstellenlijst = profiel.regio, modellen["voorstellen.yaml"]
    deelregios = _Lijst(gelezen["regio.yaml"], "deelregios", regio.deelregios)
    gemeenten = _Lijst(gelezen["regio.yaml"], "gemeenten", regio.gemeenten)
    themas = _Lijst(gelezen["themas.yaml"], "themas", modellen["themas.yaml"].themas)
    plannen = _Lijst(gelezen["plannen.yaml"], "plannen", modellen["plannen.yaml"].plannen)
    voorstellen = _Lijst(gelezen["voorstellen.yaml"], "voorstellen", voorstellenlijst.voorstellen)
    bronnen = _Lijst(gelezen["bronnen.yaml"], "bronnen", modellen["bronnen.yaml"].bronnen)
    for lijst in (deelregios, gemeenten, themas, plannen, bronnen):
        yield from lijst.dubbel("code")
    for lijst in (themas, voorstellen):
        yield from lijst.dubbel("nummer")
    met_bron = [deelregios, gemeenten, themas, plannen, voorstellen]
    if "teksten.yaml" in gelezen:
        verklaringen = profiel.teksten.verklaringen
        met_bron.append(_Lijst(gelezen["teksten.yaml"], "verklaringen", verklaringen))
    for lijst in met_bron:
        yield from lijst.verwijst("bron.document", profiel.document)
    yield from gemeenten.verwijst("deelregio", profiel.deelregio)
    yield from voorstellen.verwijst("thema", profiel.thema)
    yield from voorstellen.verwijst("plan", profiel.plan)
    for lijst in (plannen, voorstellen):
        yield from lijst.verwijst("opgevolgd_door", profiel.plan)
    yield from _verbanden(voorstellen, profiel)
    if regio.centrumgemeente not in profiel.gemeente:
        plek = gelezen["regio.yaml"].plek(("centrumgemeente",))
        verwacht = "een van de gemeenten van de regio"
        hulp = bedoelde_u(regio.centrumgemeente, profiel.gemeente)
        yield Melding(plek, "centrumgemeente", toon(regio.centrumgemeente), verwacht, hulp)
    if ontbreekt := set(range(1, voorstellenlijst.aantal + 1)) ^ set(profiel.voorstel):
        plek = gelezen["voorstellen.yaml"].plek(("aantal",))
        verwacht = f"de nummers 1 tot en met {voorstellenlijst.aantal}, elk één keer"
        afwijking = f"afwijkende nummers {opsomming(sorted(ontbreekt), 'en')}"
        yield Melding(plek, "voorstellen", afwijking, verwacht)
    yield from _perioden(plannen)
    yield from _opvolging(plannen)
    yield from _gremia(profiel, modellen, gelezen)
    yield from _route(profiel, modellen, gelezen)


def _verbanden(voorstellen: _Lijst, profiel: Profiel) -> Iterator[Melding]:
    """What is wrong with how proposals are tied to each other and to what came after them."""
    gelezen = voorstellen.gelezen
    plekken: dict[tuple[str, str], Plek] = {}
    for nummer, voorstel in enumerate(voorstellen.delen):
        if voorstel.plan in voorstel.opgevolgd_door:
            verwacht = "een ander plan dan dat waar het voorstel in staat"
            yield voorstellen.meld(nummer, "opgevolgd_door", verwacht)
        gezien = {voorstel.nummer}
        for volgnummer, verband in enumerate(voorstel.verbanden):
            pad = (voorstellen.naam, nummer, "verbanden", volgnummer)
            plek = gelezen.plek((*pad, "voorstel"))
            if verband.voorstel not in profiel.voorstel:
                verwacht = f"het nummer van een voorstel: {opsomming(profiel.voorstel)}"
                yield Melding(plek, "verbanden.voorstel", toon(verband.voorstel), verwacht)
            elif verband.voorstel in gezien:
                verwacht = "elk ander voorstel hoogstens één keer"
                yield Melding(plek, "verbanden.voorstel", toon(verband.voorstel), verwacht)
            elif verband.soort == "vereist":
                plekken[_naam(voorstel.nummer), _naam(verband.voorstel)] = plek
            gezien.add(verband.voorstel)
            if (document := verband.bron.document) not in profiel.document:
                plek = gelezen.plek((*pad, "bron", "document"))
                verwacht = f"een van {opsomming(profiel.document)}"
                hulp = bedoelde_u(document, profiel.document)
                yield Melding(plek, "verbanden.bron.document", toon(document), verwacht, hulp)
    verwacht = "voorstellen die op elkaar wachten zonder kring"
    yield from meld_kringen(plekken, "verbanden.voorstel", verwacht)


def _naam(nummer: int) -> str:
    return f"voorstel {nummer}"


def _perioden(plannen: _Lijst) -> Iterator[Melding]:
    for nummer, plan in enumerate(plannen.delen):
        if plan.geldig_van and plan.geldig_tot and plan.geldig_tot < plan.geldig_van:
            yield plannen.meld(nummer, "geldig_tot", f"een dag op of na {plan.geldig_van}")


def _opvolging(plannen: _Lijst) -> Iterator[Melding]:
    """A plan that is succeeded by itself, through whatever detour."""
    plekken = {
        (plan.code, opvolger): plannen.gelezen.plek(
            (plannen.naam, nummer, "opgevolgd_door", volgnummer)
        )
        for nummer, plan in enumerate(plannen.delen)
        for volgnummer, opvolger in enumerate(plan.opgevolgd_door)
    }
    yield from meld_kringen(plekken, "opgevolgd_door", "plannen die elkaar opvolgen zonder kring")


def _gremia(
    profiel: Profiel, modellen: dict[str, Any], gelezen: dict[str, Gelezen]
) -> Iterator[Melding]:
    """Bodies that are there twice, or that name a source that is not there."""
    if "gremia.yaml" not in modellen:
        return
    gremia = _Lijst(gelezen["gremia.yaml"], "gremia", modellen["gremia.yaml"].gremia)
    yield from gremia.dubbel("code")
    yield from gremia.verwijst("bron.document", profiel.document)
    for nummer, gremium in enumerate(gremia.delen):
        if gremium.bron_besluit and gremium.bron_besluit.document not in profiel.document:
            verwacht = f"een van {opsomming(profiel.document)}"
            yield gremia.meld(nummer, "bron_besluit.document", verwacht, profiel.document)


def _route(
    profiel: Profiel, modellen: dict[str, Any], gelezen: dict[str, Gelezen]
) -> Iterator[Melding]:
    """Steps to a body that is not there, on conditions that mean nothing, or to no decision."""
    if "route.yaml" not in modellen:
        return
    if "gremia.yaml" not in modellen:
        plek = gelezen["route.yaml"].plek(())
        yield Melding(plek, "stappen", "een route zonder gremia", "ook een bestand gremia.yaml")
        return
    stappen = _Lijst(gelezen["route.yaml"], "stappen", modellen["route.yaml"].stappen)
    yield from stappen.verwijst("gremium", profiel.gremium)
    yield from stappen.verwijst("bron.document", profiel.document)
    velden = {veld.naam: veld for veld in basisvelden(profiel)}
    for nummer, stap in enumerate(stappen.delen):
        yield from typefouten(stap.als, velden, _melder(stappen, nummer))
    besluit = {gremium.code for gremium in profiel.gremia if gremium.beslist == "ja"}
    if besluit.isdisjoint(stap.gremium for stap in stappen.delen if stap.weg == "gewone"):
        verwacht = f"een gremium dat beslist: {opsomming(sorted(besluit)) or 'nog geen'}"
        plek = stappen.gelezen.plek(("stappen",))
        yield Melding(plek, "stappen", "een gewone weg zonder besluit", verwacht)


def _melder(stappen: _Lijst, nummer: int) -> Callable[..., Melding]:
    """Makes findings about the conditions of one step, as those about a rule are made."""

    def melding(pad: Pad, gevonden: str, verwacht: str, suggestie: str = "") -> Melding:
        plek = stappen.gelezen.plek((stappen.naam, nummer, *pad))
        return Melding(plek, f"stap {nummer + 1}", gevonden, verwacht, suggestie)

    return melding
