"""Outcomes of classifications and values of facts, as people read them and as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agenda.uitleg.indeling import grond_van
from agenda.weergave.getallen import getal
from agenda.weergave.woorden import als_kop, hoogstens_tekst, in_zin
from regels.eigen_uitkomsten import GEEN, ONBEKEND
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.indeling.indelingen import GeenIndeling
    from agenda.indeling.overzicht import LidIndeling
    from agenda.onderwerp.feit import Feitwaarde
    from regels.indeling import Indeling
    from regels.ingedeeld import Botsing, Ingedeeld
    from regels.model import Oordeel, Veld, Voorwaarde


NIETS_GELDT = "Op de peildatum geldt hier geen enkele regel."


def uitkomst_naam(indeling: Indeling, uitkomst: str) -> str:
    """An outcome as people call it, as it stands by itself: «Regionaal», «Bespreken»."""
    return als_kop(indeling.noem(uitkomst))


def uitkomst_in_zin(indeling: Indeling, uitkomst: str) -> str:
    """The same inside a sentence: «regionaal», «bespreken»."""
    return in_zin(indeling.noem(uitkomst))


def uitkomst_tekst(ingedeeld: Ingedeeld) -> str:
    """What a classification comes to: «Regionaal», «Nog onbekend: regionaal of bespreken»."""
    if not ingedeeld.mogelijk:
        return uitkomst_naam(ingedeeld.indeling, ingedeeld.uitkomst)
    namen = [uitkomst_in_zin(ingedeeld.indeling, code) for code in ingedeeld.mogelijk]
    return f"Nog onbekend: {opsomming(map(herkenbaar, namen))}"


def herkenbaar(naam: str) -> str:
    """A name that is itself a list stands between quotation marks, among others."""
    return f"«{naam}»" if re.search(r",| en | of ", naam) else naam


def grond_zin(ingedeeld: Ingedeeld, velden: Mapping[str, Veld] | None = None) -> str:
    """What makes an outcome, in one sentence: «Regels botsen: … zegt regionaal en …».

    Args:
        velden: every field by its name, to say which unknown facts rules still ask for.
    """
    indeling, grond = ingedeeld.indeling, grond_van(ingedeeld)
    uitkomst = uitkomst_in_zin(indeling, ingedeeld.uitkomst)
    regels = [oordeel.regel for oordeel in ingedeeld.oordelen if oordeel.uitkomst == "ja"]
    if grond == "regels":
        titels = opsomming((f"«{regel.titel}»" for regel in regels), "en")
        return f"{titels} {'zegt' if len(regels) == 1 else 'zeggen'} {uitkomst}."
    gevolgen = [uitkomst_in_zin(indeling, regel.gevolg[indeling.code]) for regel in regels]
    delen = zip(regels, gevolgen, strict=True)
    namen = opsomming((f"«{regel.titel}» zegt {gevolg}" for regel, gevolg in delen), "en")
    geen = "Dan is er geen uitkomst."
    anders = geen if ingedeeld.uitkomst == GEEN else f"Dan is de uitkomst {uitkomst}."
    zegt_niets = "Geen enkele regel zegt ja." if ingedeeld.oordelen else NIETS_GELDT
    zinnen = {
        "botsing": f"Regels botsen: {namen}. Dan is de uitkomst {uitkomst}.",
        "volgorde": f"Regels botsen: {namen}. Dan gaat {uitkomst} voor.",
        "anders": f"{zegt_niets} {anders}",
        "hoe-dan-ook": f"Wat nog onbekend is, maakt niets uit: de uitkomst blijft {uitkomst}.",
        "onbekend": f"Het hangt af van {_onbekend(ingedeeld, velden)}.",
    }
    return zinnen[grond]


def _onbekend(ingedeeld: Ingedeeld, velden: Mapping[str, Veld] | None) -> str:
    if velden is None:
        return "wat nog onbekend is"
    open_ = (oordeel for oordeel in ingedeeld.oordelen if oordeel.uitkomst == "onbekend")
    return f"wat nog onbekend is: {onbekende_feiten(open_, velden)}"


def onbekende_feiten(oordelen: Iterable[Oordeel], velden: Mapping[str, Veld]) -> str:
    """The facts that these rules ask for and that are unknown, each named once."""
    toetsen = (toets for oordeel in oordelen for toets in oordeel.toetsen)
    namen = (toets.voorwaarde.veld for toets in toetsen if toets.gevonden is None)
    # Of a field with several choices not which choice is asked for, but the field.
    heel = dict.fromkeys(naam.partition(":")[0] for naam in namen)
    return opsomming((in_zin(velden[naam].omschrijving) for naam in heel), "en")


def uitkomsten_json(uitkomsten: Iterable[Ingedeeld]) -> dict[str, Any]:
    """What classifications come to, and what each can still become when that is unknown."""
    alle = tuple(uitkomsten)
    return {
        "uitkomsten": {deel.indeling.code: deel.uitkomst for deel in alle},
        "mogelijk": {d.indeling.code: list(d.mogelijk) for d in alle if d.uitkomst == ONBEKEND},
    }


def leden_json(leden: Iterable[LidIndeling]) -> dict[str, Any]:
    """Code of a member → what it comes to."""
    return {lid.code: uitkomsten_json(uitkomsten) for lid, uitkomsten in leden}


def leden_tekst(nummer: int, leden: Sequence[LidIndeling]) -> str:
    """Per outcome of one classification which members have it, a line each.

    Args:
        nummer: which of their classifications.
    """
    per_uitkomst: dict[str, list[str]] = {}
    for lid, uitkomsten in leden:
        per_uitkomst.setdefault(uitkomst_tekst(uitkomsten[nummer]), []).append(lid.naam)
    return "\n".join(
        f"{uitkomst} – {_namen(namen, len(leden))}" for uitkomst, namen in per_uitkomst.items()
    )


def _namen(namen: Sequence[str], aantal: int) -> str:
    if len(namen) == aantal > 1:
        return f"alle {aantal}"
    return hoogstens_tekst(namen, ", ")


def waarde_tekst(veld: Veld, waarde: Feitwaarde | None) -> str:
    """A value as people read it: «onbekend», «inkoop van zorg», «60 bezoekers»."""
    if waarde is None:
        return "onbekend"
    if isinstance(waarde, int):
        return f"{getal(waarde)} {veld.eenheid[waarde != 1]}".rstrip()
    namen = dict(veld.namen)
    if isinstance(waarde, tuple):
        return opsomming((in_zin(namen.get(code, code)) for code in waarde), "en") or "geen"
    return in_zin(namen.get(waarde, waarde))


def verwacht_tekst(veld: Veld, voorwaarde: Voorwaarde) -> str:
    """What a condition asks: «minstens 200 bezoekers», «met elkaar»."""
    woord = voorwaarde.operator.in_zin
    return f"{woord} {waarde_tekst(veld, voorwaarde.waarde)}".lstrip()


def veldwaarde_tekst(veld: Veld, waarde: Feitwaarde | None) -> str:
    """A fact with its value: «bezoekers: 40 bezoekers»."""
    return f"{in_zin(veld.omschrijving)}: {waarde_tekst(veld, waarde)}"


def botsing_zin(fout: Botsing) -> str:
    """That rules of a classification clash where they may not, with where they do."""
    code = fout.indeling.code
    regels = (f"{regel.code} ({fout.indeling.noem(regel.gevolg[code])})" for regel in fout.regels)
    waar = [f"Onderwerp {fout.onderwerp}"] if fout.onderwerp else []
    waar += [f"{'bij' if waar else 'Bij'} {fout.lid}"] if fout.lid else []
    kop = " ".join(waar) or als_kop(fout.waar) or "Het jaar"
    namen = opsomming(regels, "en")
    return f"{kop}: de regels {namen} geven niet dezelfde uitkomst voor {code}, en dat moet wel."


def geen_indeling_zin(fout: GeenIndeling) -> str:
    """That there is nothing to show: the profile neither classifies nor checks."""
    return f"Het profiel {fout.profiel} heeft geen indelingen en geen controles."
