"""What there is to say of a budget in sentences: key, rounding, and what is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.getallen import getal
from agenda.weergave.lezing import begroting_zin
from agenda.weergave.woorden import als_kop, hoogstens_tekst, in_zin
from regels.taal import bedoelde_u, opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.begroting import Begroting, GeenBegroting, Jaarverschil, Vergeleken
    from agenda.jaar.kosten import Kosten, Verdeling
    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Vindplaats, VorigJaar


def euro(bedrag: int) -> str:
    """An amount: «€ 50.000»."""
    return f"€ {getal(bedrag)}"


def herkomst_tekst(bron: Vindplaats, profiel: Profiel) -> str:
    """Where an amount stands, as a reader knows it."""
    return profiel.citeer(bron.bron) if bron.bron else bron.tekst


def lezing_van(bron: Vindplaats, lezing: str) -> str:
    """What we read into a source, wherever that is written; empty when nothing is."""
    return lezing or bron.lezing


def vorig_tekst(vorig: VorigJaar | None) -> str:
    """What it cost last year: «2.240.000», «ongeveer 2.240.000», or «onbekend»."""
    return "onbekend" if vorig is None else f"{_ongeveer(vorig)}{getal(vorig.bedrag)}"


def _ongeveer(vorig: VorigJaar) -> str:
    return "ongeveer " if vorig.afgerond_op > 1 else ""


def verschil_tekst(verschil: int, vorig: VorigJaar) -> str:
    """How much more or less it is than last year: «+71.900», «ongeveer -10.000», «0»."""
    teken = "+" if verschil > 0 else ""
    return f"{_ongeveer(vorig)}{teken}{getal(verschil)}"


def jaarverschil_zin(jaar: Jaarverschil) -> str:
    """The layers beside last year, as far as that is known."""
    ongeveer = _ongeveer(jaar.vorig)
    meer = f"{ongeveer}{euro(abs(jaar.verschil))} {'meer' if jaar.verschil > 0 else 'minder'}"
    zin = (
        f"Vorig jaar kostten de lagen samen {ongeveer}{euro(jaar.vorig.bedrag)};"
        f" nu {meer if jaar.verschil else 'evenveel'}."
    )
    if jaar.onbekend:
        namen = opsomming((f"«{laag.naam}»" for laag in jaar.onbekend), "en")
        zin += f" Niet meegeteld, want van vorig jaar onbekend: {namen}."
    return zin


def sleutel_zin(samen: Samenwerking, profiel: Profiel) -> str:
    """By what a cooperation splits, and where that stands."""
    if not samen.sleutel:
        wat = "ieder hetzelfde deel"
    else:
        wat = samen.sleutel_naam or f"een deel per {profiel.woorden.lid.een}"
    bron = samen.sleutel_bron or samen.bron
    kop = f"Sleutel van {samen.naam} ({samen.code}): {wat}. Bron: {profiel.citeer(bron)}."
    return f"{kop} Onze lezing: {bron.lezing}" if bron.lezing else kop


def afronding_zin(samen: Samenwerking, profiel: Profiel) -> str:
    """How amounts become whole euros, and where that stands."""
    kop = f"Bij {samen.naam}: elk deel in hele euro's, een halve euro naar boven"
    kop += "; wat dan te veel of te weinig is, gaat naar"
    if samen.rest_naar is None:
        return f"{kop} het grootste deel. Zo rekent het programma; een bron is er niet."
    naam, bron = profiel.lid[samen.rest_naar].naam, samen.rest_bron or samen.bron
    zin = f"{kop} {naam}. Bron: {profiel.citeer(bron)}."
    lezing = bron.lezing if samen.rest_bron else ""
    return f"{zin} Onze lezing: {lezing}" if lezing else zin


def noten_van(begroting: Begroting, profiel: Profiel) -> Iterator[str]:
    """Everything that must be known beside the amounts."""
    for samen in begroting.samenwerkingen:
        yield sleutel_zin(samen, profiel)
        yield afronding_zin(samen, profiel)
    if jaar := begroting.jaarverschil:
        yield jaarverschil_zin(jaar)
    lagen = [laag for laag, _ in begroting.lagen]
    if lezingen := begroting_zin(lagen, [deel.gedrukt for deel in begroting.vergeleken]):
        yield lezingen
    yield from niet_verdeeld_zinnen(begroting)
    for kosten in begroting.alle:
        if kosten.verdeling is not None:
            yield from deelname_zinnen(kosten.verdeling, f"{kosten.naam}: ")
    if any(deel.bedrag < 0 for v in begroting.verdelingen for deel in v.bijdragen):
        yield "Een bedrag onder 0 komt door het afronden: de andere delen zijn samen te veel."
    if begroting.telt_niet_mee:
        titels = hoogstens_tekst([o.titel for o in begroting.telt_niet_mee])
        yield f"Niet meegeteld, want niet of nog niet toegelaten: {titels}."


def deelname_zinnen(verdeling: Verdeling, kop: str = "") -> Iterator[str]:
    """Who stays out and what that means, and of whom nobody knows."""
    if verdeling.doen_niet_mee:
        namen = opsomming((lid.naam for lid in verdeling.doen_niet_mee), "en")
        meer = len(verdeling.doen_niet_mee) > 1
        yield (
            f"{kop}{namen} {'doen' if meer else 'doet'} niet mee. De anderen verdelen het met"
            " dezelfde sleutel; dat zegt de bron niet, zo rekent het programma."
        )
    rest_naar = verdeling.samenwerking.rest_naar
    if rest_naar in {lid.code for lid in verdeling.doen_niet_mee}:
        yield f"{kop}wat het afronden overlaat, gaat hier daarom naar het grootste deel."
    if verdeling.onbekend:
        namen = opsomming((lid.naam for lid in verdeling.onbekend), "en")
        doen = "meedoen" if len(verdeling.onbekend) > 1 else "meedoet"
        yield f"{kop}onbekend is of {namen} {doen}. Wie onbekend is, telt hier mee."


def niet_verdeeld_zinnen(begroting: Begroting) -> Iterator[str]:
    """Which amounts are not split, and why: a sentence for each reason."""
    op_reden: dict[str, list[Kosten]] = {}
    for kosten in begroting.niet_verdeeld:
        op_reden.setdefault(reden_van(kosten), []).append(kosten)
    for reden, groep in op_reden.items():
        bedrag = euro(sum(kosten.bedrag for kosten in groep))
        namen = hoogstens_tekst([f"{kosten.naam} ({euro(kosten.bedrag)})" for kosten in groep])
        samen = f"; samen {bedrag}" if len(groep) > 1 else ""
        yield f"Niet verdeeld, en niet in het totaal: {namen}{samen}. {als_kop(reden)}."


def reden_van(kosten: Kosten) -> str:
    """Why an amount could not be split."""
    samen = kosten.samenwerking
    if samen is not None and samen.sleutel is not None:
        return "niemand neemt deel"
    naam = f"de samenwerking {samen.naam} ({samen.code})" if samen else "dit profiel"
    return f"{naam} heeft geen sleutel"


def vergeleken_zin(deel: Vergeleken, profiel: Profiel) -> str:
    """Whether a printed table comes out, and what that proves."""
    if deel.anders:
        bedragen = deel.gedrukt.bedragen
        namen = (
            f"{profiel.lid[code].naam}: gedrukt {getal(bedragen.get(code, 0))}, hier {getal(hier)}"
            for code, hier in deel.anders
        )
        return f"Klopt niet: {'; '.join(namen)}."
    if deel.onafhankelijk:
        return "Klopt op de euro. Dit is onafhankelijk bewijs: met deze tabel is niet gerekend."
    return (
        "Klopt op de euro, maar bewijst niets over de sleutel: deze bedragen zijn zelf de sleutel."
    )


def geen_begroting_zin(fout: GeenBegroting) -> str:
    """That there is nothing to split, or nothing to split it by: one sentence."""
    samen, code = fout.samenwerking, fout.profiel.regio.code
    if fout.oorzaak == "onbekende-sleutel":
        bekend = tuple(fout.profiel.samenwerking)
        hulp = bedoelde_u(fout.gevraagd, bekend) or f"kies uit {opsomming(bekend) or 'niets'}."
        return f"--sleutel: «{fout.gevraagd}» is geen samenwerking van het profiel {code}; {hulp}"
    zonder = ""
    if samen is not None and samen.sleutel is None:
        waarom = f": {in_zin(samen.opmerking).rstrip('.')}" if samen.opmerking else ""
        zonder = f"de samenwerking {samen.naam} ({samen.code}) heeft geen sleutel{waarom}"
    if fout.oorzaak == "geen-bedrag":
        ook = f", en {zonder}" if zonder else ""
        return f"In dit dossier staat geen bedrag om te verdelen{ook}."
    if fout.oorzaak == "geen-sleutel":
        reden = zonder or "aan geen enkel onderwerp doet iemand mee"
        wel = opsomming(f"--sleutel {code}" for code in fout.met_sleutel)
        return f"Er is niets te verdelen, want {reden}. Verdelen kan wel met: {wel}."
    return f"Het profiel {code} heeft geen sleutel om kosten te verdelen."
