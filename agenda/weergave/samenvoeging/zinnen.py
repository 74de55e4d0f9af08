"""What is said of files that were put together, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.beslist import BLAD
from agenda.opslag.rollen import SAMENVOEGBESTAND
from agenda.samenvoeging.beslissingen import BEIDE
from agenda.samenvoeging.velden import SAMEN_BEKEND
from agenda.samenvoeging.waarden import celtekst
from agenda.weergave.woorden import als_kop, hoogstens
from regels.taal import opsomming, telling, toon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.samenvoeging.beslissingen import Beslisrij
    from agenda.samenvoeging.inbreng import Over
    from agenda.samenvoeging.verschil import Lijkt, Verschil
    from agenda.samenvoeging.verslag import Ledenblad, Verslag


def titel_van(verslag: Verslag) -> str:
    """What it is about: «Strategische agenda 2027, Nijmegen en Rivierenland: samengevoegd»."""
    woorden = verslag.profiel.woorden
    jaar, regio = verslag.instellingen.jaar, verslag.profiel.regio.naam
    return f"{woorden.agenda.kop} {jaar}, {regio}: samengevoegd"


def noten_van(verslag: Verslag) -> Iterator[str]:
    """What was taken, what waits, and what does not count."""
    yield samenvatting(verslag)
    yield open_zin(verslag)
    samen, woorden = verslag.samen, verslag.profiel.woorden
    for kopie in verslag.kopieen:
        yield f"{toon(kopie.bestand)} is een kopie van {toon(kopie.van)} en is overgeslagen."
    for deel in verslag.weg:
        wie = f" van {verslag.noem(deel.wie)}" if deel.wie else ""
        yield (
            f"{toon(deel.bestand)}{wie} deed de vorige keer mee en nu niet; wat daarin staat, telt"
            " nu niet mee."
        )
    if verslag.zonder_bestand:
        namen = opsomming(map(verslag.noem, verslag.zonder_bestand), "en")
        yield f"Er is nog niets overgenomen van {namen}."
    for code, wordt in samen.opgegaan.wordt.items():
        if code != wordt:
            yield f"{als_kop(woorden.onderwerp.een)} {code} is opgegaan in {wordt}, zoals gekozen."
    if verslag.vervallen:
        codes = opsomming(hoogstens(verslag.vervallen), "en")
        yield f"Staat niet meer in het dossier, want geen bestand noemt het nog: {codes}."
    if verslag.zwijgt:
        wie = opsomming(map(verslag.noem, verslag.zwijgt), "en")
        yield f"Eerder wel een oordeel, en nu niet meer: {wie}. Wat zij zeiden, telt nu niet mee."
    rust = [_waarover(rij, verslag) for rij in verslag.niet_meer_gevraagd if rij.keuze]
    if rust:
        yield (
            "Niet gebruikt, want daarover verschillen de bestanden nu niet: de keuze op het blad"
            f" Beslist over {opsomming(hoogstens(rust), 'en')}."
        )
    if samen.eigen_telt_niet:
        codes = opsomming(hoogstens(samen.eigen_telt_niet), "en")
        yield (
            f"De eigen antwoorden op de criteria van {codes} tellen niet: daarover oordelen"
            f" {woorden.lid.meer}."
        )
    for oordeel in samen.telt_niet:
        yield (
            f"{verslag.noem(oordeel.wie)} gaf over {verslag.criteria[oordeel.criterium]} twee"
            f" antwoorden; «{oordeel.tag.waarde}» bij {oordeel.onderwerp} ({oordeel.plek}) telt"
            " niet."
        )
    koppen = [veld.kop for naam, veld in samen.velden.onderwerp.items() if naam in SAMEN_BEKEND]
    betwist = any(v.open and v.sleutel.veld in SAMEN_BEKEND for v in samen.verschillen)
    if betwist and len(koppen) > 1:
        yield (
            f"{opsomming(koppen, 'en')} tellen samen: zolang bestanden over een van de twee"
            " verschillen, zijn ze allebei onbekend."
        )
    if not samen.alles_vergeleken:
        yield (
            "Er zijn te veel titels met dezelfde woorden om ze allemaal naast elkaar te leggen:"
            " misschien lijken er nog meer op elkaar."
        )


def _waarover(rij: Beslisrij, verslag: Verslag) -> str:
    """What a choice is about: a field of something, or two topics."""
    if rij.ander:
        return f"{rij.over.onderwerp} of {rij.ander}"
    kop = verslag.samen.velden.van(rij.over)[rij.veld].kop
    return f"{kop} van {over_tekst(rij.over, verslag)}"


def samenvatting(verslag: Verslag) -> str:
    """How much was taken of how many."""
    samen, woorden = verslag.samen, verslag.profiel.woorden
    leden = telling(len(verslag.bladen), woorden.lid.een, woorden.lid.meer)
    delen = [woorden.onderwerp.geteld(len(samen.onderwerpen))]
    if verslag.criteria:
        delen.append(telling(len(samen.oordelen), "oordeel", "oordelen"))
    bestanden = telling(len(samen.inbreng), "bestand", "bestanden")
    return f"{als_kop(bestanden)} van {leden}: {opsomming(delen, 'en')}."


def wie_zin(verslag: Verslag, blad: Ledenblad) -> str:
    """What was taken from the file of one member."""
    woorden, inbreng = verslag.profiel.woorden, blad.inbreng
    delen = [woorden.onderwerp.geteld(len(blad.onderwerpen))]
    if verslag.criteria:
        delen.append(telling(len(inbreng.oordelen), "oordeel", "oordelen"))
        if inbreng.voorkeuren:
            delen.append("de volgorde van de criteria")
    return f"Uit {toon(inbreng.bestand)} is overgenomen: {opsomming(delen, 'en')}."


def open_zin(verslag: Verslag) -> str:
    """How many questions wait, and where."""
    if not verslag.samen.open:
        return "Er wacht geen vraag op een keuze."
    vragen = telling(verslag.samen.open, "vraag wacht", "vragen wachten")
    return f"{vragen} op een keuze, op het blad {BLAD} van {SAMENVOEGBESTAND}."


def over_tekst(over: Over, verslag: Verslag) -> str:
    """What a value is of: a topic, a member, or a topic at a member."""
    return " bij ".join(filter(None, (over.onderwerp, lid_tekst(over, verslag))))


def lid_tekst(over: Over, verslag: Verslag) -> str:
    """The name of the member that a value is of; «alle» as it is, and empty when of none."""
    return verslag.noem(over.lid) if over.lid in verslag.profiel.lid else over.lid


def wat_geldt(verschil: Verschil, verslag: Verslag) -> str:
    """What holds of a field on which files differ."""
    if verschil.soort == "oordeel":
        ja = sum(gezegd.waarde == "ja" for gezegd in verschil.gezegd)
        wie = verslag.samen.sprekers[verschil.sleutel.over.onderwerp]
        return f"{ja} van {len(wie)} ja"
    if verschil.beslist:
        return f"{celtekst(verschil.geldt)} (gekozen)"
    return "kies eerst" if verschil.soort == "naam" else "onbekend"


def oordeel_noot(verslag: Verslag) -> str:
    """What stands below a table in which assessments differ."""
    leden = verslag.profiel.woorden.lid.meer
    return (
        f"«2 van 4 ja»: van 4 {leden} met een oordeel hierover zeggen er 2"
        " ja. Voor dat deel telt het criterium mee."
    )


def keuze_tekst(paar: Lijkt) -> str:
    """What was chosen of two topics that look alike."""
    if paar.open:
        return "nog te kiezen"
    return "het zijn er twee" if paar.keuze == BEIDE else f"{paar.keuze} blijft"


def gevraagd(verslag: Verslag, blad: Ledenblad) -> Iterator[str]:
    """What is asked of one member, each in a sentence."""
    wie, samen = blad.inbreng.wie, verslag.samen
    for verschil in blad.verschillen:
        if verschil.open:
            yield _vraag(verslag, verschil, wie)
    for paar in blad.lijkt_op:
        een, ander = (
            f"{code} («{titel}», {opsomming(map(verslag.noem, van), 'en')})"
            for code, titel, van in zip(paar.codes, paar.titels, paar.van, strict=True)
        )
        yield f"Is {een} hetzelfde als {ander}?"
    yield from _leeg(verslag, blad)
    yield from _zonder_onderbouwing(verslag, blad)
    if verslag.criteria:
        niemand: frozenset[str] = frozenset()
        codes_ = (onderwerp["code"] for onderwerp in samen.onderwerpen)
        zonder = [code for code in codes_ if wie not in samen.sprekers.get(code, niemand)]
        if zonder:
            codes = opsomming(hoogstens(zonder), "en")
            yield f"Wat is uw oordeel over {codes}?"


def _vraag(verslag: Verslag, verschil: Verschil, wie: str) -> str:
    eigen = next(gezegd for gezegd in verschil.gezegd if gezegd.wie == wie)
    anderen = [
        f"{verslag.noem(g.wie)} zegt {toon(celtekst(g.waarde))}"
        for g in verschil.gezegd
        if g.wie != wie and g.waarde != eigen.waarde
    ]
    return (
        f"Wat klopt er bij {verschil.kop} van {over_tekst(verschil.sleutel.over, verslag)}? U zegt"
        f" {toon(celtekst(eigen.waarde))} ({eigen.plek}), {opsomming(hoogstens(anderen), 'en')}."
    )


def _leeg(verslag: Verslag, blad: Ledenblad) -> Iterator[str]:
    """What members are asked and nobody filled in of its topics, where empty means unknown."""
    samen = verslag.samen
    nu = {onderwerp["code"]: onderwerp for onderwerp in samen.onderwerpen}
    betwist = {(v.sleutel.over.onderwerp, v.sleutel.veld) for v in samen.verschillen}
    per_leeg: dict[tuple[str, ...], list[str]] = {}
    codes = {samen.opgegaan.wordt[deel.over.onderwerp] for deel in blad.onderwerpen}
    for code in sorted(codes):
        leeg = [
            veld.kop
            for naam, veld in samen.velden.onderwerp.items()
            if veld.leeg == "onbekend"
            and veld.aan_lid
            and not (samen_met := _bekend_met(naam)) & nu[code].keys()
            and not any((code, ander) in betwist for ander in samen_met)
        ]
        if leeg:
            per_leeg.setdefault(tuple(leeg), []).append(code)
    for koppen, zonder in per_leeg.items():
        over = opsomming(hoogstens(zonder), "en")
        yield f"Wat weet u van {over}? Nog leeg: {opsomming(koppen, 'en')}."


def _bekend_met(naam: str) -> set[str]:
    """The fields of which one that is filled in makes all of them known."""
    return set(SAMEN_BEKEND) if naam in SAMEN_BEKEND else {naam}


def _zonder_onderbouwing(verslag: Verslag, blad: Ledenblad) -> Iterator[str]:
    """Where it says yes without a reason, a sentence for each criterion."""
    per_criterium: dict[str, list[str]] = {}
    for oordeel in blad.inbreng.oordelen:
        if oordeel.tag.waarde == "ja" and not oordeel.tag.onderbouwing:
            waar = f"{oordeel.onderwerp} ({oordeel.plek})"
            per_criterium.setdefault(oordeel.criterium, []).append(waar)
    for criterium, plekken in per_criterium.items():
        bij = opsomming(hoogstens(plekken), "en")
        yield f"Waarom is {verslag.criteria[criterium]} «ja» bij {bij}? Er staat geen onderbouwing."
