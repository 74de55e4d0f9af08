"""Check that the files of a profile fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.invoer.kringmelding import meld_kringen
from agenda.invoer.profiellijst import Lijst
from agenda.invoer.ritmecontrole import controleer_ritmes, controleer_schoolregios
from agenda.invoer.veldencontrole import controleer_velden, controleer_vorm
from regels.lezen.yaml import Gelezen
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from regels.melding import Plek


def controleer_profiel(
    profiel: Profiel, modellen: dict[str, Any], gelezen: dict[str, Gelezen]
) -> Iterator[Melding]:
    """What does not fit together: doubles, references to nothing, gaps, circles.

    Args:
        modellen: per file of the profile what it holds, checked one by one.
        gelezen: per file the place of every part.
    """
    regio, voorstellenlijst = profiel.regio, modellen.get("voorstellen.yaml")
    oud = "vorm" not in gelezen["regio.yaml"].waarde
    leden_naam, centrum_naam = ("gemeenten", "centrumgemeente") if oud else ("leden", "centrum")

    def lijst_uit(bestand: str, naam: str) -> Lijst:
        inhoud = gelezen.get(bestand) or Gelezen({}, bestand)
        return Lijst(inhoud, naam, getattr(modellen.get(bestand), naam, ()))

    deelregios = Lijst(gelezen["regio.yaml"], "deelregios", regio.deelregios)
    groepen = Lijst(gelezen["regio.yaml"], "groepen", regio.groepen)
    leden = Lijst(gelezen["regio.yaml"], leden_naam, regio.leden)
    themas, plannen = lijst_uit("themas.yaml", "themas"), lijst_uit("plannen.yaml", "plannen")
    voorstellen = lijst_uit("voorstellen.yaml", "voorstellen")
    bronnen = lijst_uit("bronnen.yaml", "bronnen")
    velden, momenten = lijst_uit("velden.yaml", "velden"), lijst_uit("momenten.yaml", "momenten")
    samenwerkingen = lijst_uit("samenwerkingen.yaml", "samenwerkingen")
    soorten = lijst_uit("soorten.yaml", "soorten")
    met_code = (deelregios, groepen, leden, themas, plannen, bronnen)
    for lijst in (*met_code, velden, momenten, samenwerkingen, soorten):
        yield from lijst.dubbel("code")
    for lijst in (themas, voorstellen):
        yield from lijst.dubbel("nummer")
    met_bron = [deelregios, groepen, leden, themas, plannen, voorstellen]
    met_bron += [] if oud else [velden, momenten, samenwerkingen, soorten]
    if "teksten.yaml" in gelezen:
        verklaringen = profiel.teksten.verklaringen
        met_bron.append(Lijst(gelezen["teksten.yaml"], "verklaringen", verklaringen))
    for lijst in met_bron:
        yield from lijst.verwijst("bron.document", profiel.document)
    yield from leden.verwijst("deelregio", profiel.deelregio)
    yield from leden.verwijst("groepen", [groep.code for groep in regio.groepen])
    yield from voorstellen.verwijst("thema", profiel.thema)
    yield from voorstellen.verwijst("plan", profiel.plan)
    for lijst in (plannen, voorstellen):
        yield from lijst.verwijst("opgevolgd_door", profiel.plan)
    yield from _verbanden(voorstellen, profiel)
    if regio.centrum is not None and regio.centrum not in profiel.lid:
        plek = gelezen["regio.yaml"].plek((centrum_naam,))
        verwacht = f"een van de {profiel.woorden.lid.meer} van de regio"
        hulp = bedoelde_u(regio.centrum, profiel.lid)
        yield Melding(plek, centrum_naam, toon(regio.centrum), verwacht, hulp)
    if not oud:
        yield from controleer_velden(velden, profiel)
        yield from controleer_vorm(profiel, gelezen, samenwerkingen, momenten)
        yield from controleer_schoolregios(leden, profiel)
    if profiel.dekking is not None:
        from agenda.invoer.dekkingcontrole import controleer_dekking  # not every region has it

        yield from controleer_dekking(profiel.dekking, profiel, gelezen["dekking.yaml"])
    if voorstellenlijst is None:
        ontbreekt = set()
    elif ontbreekt := set(range(1, voorstellenlijst.aantal + 1)) ^ set(profiel.voorstel):
        plek = gelezen["voorstellen.yaml"].plek(("aantal",))
        verwacht = f"de nummers 1 tot en met {voorstellenlijst.aantal}, elk één keer"
        afwijking = f"afwijkende nummers {opsomming(sorted(ontbreekt), 'en')}"
        yield Melding(plek, "voorstellen", afwijking, verwacht)
    yield from _perioden(plannen)
    yield from _opvolging(plannen)
    yield from _gremia(profiel, modellen, gelezen)
    yield from _route(profiel, modellen, gelezen)


def _verbanden(voorstellen: Lijst, profiel: Profiel) -> Iterator[Melding]:
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


def _perioden(plannen: Lijst) -> Iterator[Melding]:
    for nummer, plan in enumerate(plannen.delen):
        if plan.geldig_van and plan.geldig_tot and plan.geldig_tot < plan.geldig_van:
            yield plannen.meld(nummer, "geldig_tot", f"een dag op of na {plan.geldig_van}")


def _opvolging(plannen: Lijst) -> Iterator[Melding]:
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
    gremia = Lijst(gelezen["gremia.yaml"], "gremia", modellen["gremia.yaml"].gremia)
    yield from gremia.dubbel("code")
    yield from gremia.verwijst("bron.document", profiel.document)
    for nummer, gremium in enumerate(gremia.delen):
        if gremium.bron_besluit and gremium.bron_besluit.document not in profiel.document:
            verwacht = f"een van {opsomming(profiel.document)}"
            yield gremia.meld(nummer, "bron_besluit.document", verwacht, profiel.document)
    yield from controleer_ritmes(gremia, profiel)


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
    stappen = Lijst(gelezen["route.yaml"], "stappen", modellen["route.yaml"].stappen)
    yield from stappen.verwijst("gremium", profiel.gremium)
    yield from stappen.verwijst("bron.document", profiel.document)
    if profiel.gewone_weg and not any(
        stap.rol == "besluit" for stap in profiel.route if stap.weg == profiel.gewone_weg
    ):
        verwacht = "een stap met de rol besluit"
        if "vorm" not in gelezen["regio.yaml"].waarde:
            beslissers = sorted(gremium.code for gremium in profiel.beslissers)
            verwacht = f"een gremium dat beslist: {opsomming(beslissers) or 'nog geen'}"
        plek = stappen.gelezen.plek(("stappen",))
        yield Melding(plek, "stappen", "een gewone weg zonder besluit", verwacht)
