"""Read classifications, and find what is wrong with them before one topic is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.eigen_uitkomsten import EIGEN_UITKOMSTEN, GEEN
from regels.gelezen import GelezenIndeling
from regels.ingedeeld import over_van
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.model import ZIET
from regels.regelcontrole import voorbeeldfouten
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from regels.gelezen import GelezenRegel
    from regels.lezen.yaml import Gelezen
    from regels.model import Veld

MAX_INDELINGEN = 40
_UITKOMST = "onbekende-uitkomst"


def lees_indelingen(inhoud: Gelezen, meldingen: list[Melding]) -> list[GelezenIndeling]:
    """The classifications in a file that are well formed.

    Args:
        inhoud: the file, holding a list under `indelingen`.
        meldingen: every fault of form is added to this list.
    """
    from regels import indeling as modellen  # few profiles classify

    waarde = inhoud.waarde
    lijst = waarde.get("indelingen") if isinstance(waarde, dict) else None
    if not isinstance(lijst, list) or list(waarde) != ["indelingen"]:
        verwacht = "een lijst met de naam «indelingen», en verder niets"
        meldingen.append(Melding(inhoud.plek(()), "", toon(waarde), verwacht))
        return []
    if len(lijst) > MAX_INDELINGEN:
        gevonden, verwacht = f"{len(lijst)} indelingen", f"hoogstens {MAX_INDELINGEN} indelingen"
        meldingen.append(Melding(inhoud.plek(("indelingen",)), "", gevonden, verwacht))
        return []
    gelezen = []
    for nummer, rauw in enumerate(lijst):
        pad = ("indelingen", nummer)
        indeling = houd_tegen(modellen.Indeling, rauw, inhoud, pad, meldingen)
        if indeling is not None:
            gelezen.append(GelezenIndeling(indeling, inhoud, pad))
    return gelezen


def dubbele_namen(lijst: Iterable[GelezenIndeling], velden: Mapping[str, Veld]) -> list[Melding]:
    """Classifications with a name that stands for something else already."""
    bezet = dict.fromkeys(velden, "een veld of een criterium")
    meldingen = []
    for deel in lijst:
        code = deel.indeling.code
        if code in bezet:
            verwacht = f"een code die nog niet die van {bezet[code]} is"
            meldingen.append(deel.melding(("code",), toon(code), verwacht, soort="dubbele-naam"))
        bezet[code] = "een indeling"
    return meldingen


def controleer_indelingen(
    lijst: Sequence[GelezenIndeling],
    regels: Sequence[GelezenRegel],
    velden: Mapping[str, Veld],
    documenten: Collection[str],
    meldingen: list[Melding],
) -> list[GelezenIndeling]:
    """Check classifications with the rules that give their outcomes.

    Args:
        regels: all rules that are well formed.
        velden: every field that a rule may use, the classifications too.
        meldingen: every fault is added to this list.

    Returns:
        The classifications, each after those on which its rules rest.
    """
    per_code = {deel.indeling.code: deel for deel in lijst}
    for deel in lijst:
        meldingen += _eigen_fouten(deel, documenten)
        meldingen += voorbeeldfouten(deel, deel.indeling.voorbeelden, velden)
        meldingen += _verwacht_in_voorbeelden(deel)
    for regel in regels:
        meldingen += _gevolgfouten(regel, per_code)
        meldingen += _niet_te_zien(regel, per_code, velden)
    return _in_volgorde(lijst, regels, meldingen)


def _eigen_fouten(deel: GelezenIndeling, documenten: Collection[str]) -> Iterator[Melding]:
    indeling = deel.indeling
    for nummer, code in enumerate(indeling.codes):
        pad = ("uitkomsten", nummer, "code")
        if code in EIGEN_UITKOMSTEN:
            verwacht = f"een ander woord dan {opsomming(EIGEN_UITKOMSTEN)}"
            yield deel.melding(pad, toon(code), verwacht, soort="dubbele-naam")
        elif code in indeling.codes[:nummer]:
            yield deel.melding(pad, toon(code), "elke uitkomst één keer", soort="dubbele-naam")
    anders = (*indeling.codes, GEEN)
    if indeling.anders is not None and indeling.anders not in anders:
        hulp = bedoelde_u(indeling.anders, anders)
        verwacht = f"een van {opsomming(anders)}"
        yield deel.melding(("anders",), toon(indeling.anders), verwacht, hulp, _UITKOMST)
    document = indeling.bron.document
    if document not in documenten:
        verwacht = f"een document uit bronnen.yaml: {opsomming(documenten)}"
        hulp = bedoelde_u(document, documenten)
        yield deel.melding(("bron", "document"), toon(document), verwacht, hulp, "onbekende-bron")


def _verwacht_in_voorbeelden(deel: GelezenIndeling) -> Iterator[Melding]:
    waarden = (*deel.indeling.codes, *EIGEN_UITKOMSTEN)
    for nummer, voorbeeld in enumerate(deel.indeling.voorbeelden):
        if voorbeeld.verwacht not in waarden:
            pad = ("voorbeelden", nummer, "verwacht")
            hulp = bedoelde_u(voorbeeld.verwacht, waarden)
            verwacht = f"een van {opsomming(waarden)}"
            yield deel.melding(pad, toon(voorbeeld.verwacht), verwacht, hulp, _UITKOMST)


def zonder_regel(
    lijst: Iterable[GelezenIndeling], regels: Iterable[GelezenRegel]
) -> Iterator[Melding]:
    """Outcomes that no rule gives; a rule that could not be read may have given one."""
    gegeven = {paar for regel in regels for paar in regel.regel.gevolg.items()}
    for deel in lijst:
        for nummer, code in enumerate(deel.indeling.codes):
            geen_regel = (deel.indeling.code, code) not in gegeven
            if geen_regel and code != deel.indeling.anders:
                verwacht = "een regel die deze uitkomst geeft"
                gevonden = f"uitkomst {toon(code)} zonder regel"
                pad = ("uitkomsten", nummer)
                yield deel.melding(pad, gevonden, verwacht, soort="uitkomst-zonder-regel")


def _gevolgfouten(
    regel: GelezenRegel, per_code: Mapping[str, GelezenIndeling]
) -> Iterator[Melding]:
    for code, uitkomst in regel.regel.gevolg.items():
        if code not in per_code:
            bekend = tuple(per_code)
            verwacht = f"een indeling: {opsomming(bekend) or 'er zijn er geen'}"
            hulp = bedoelde_u(code, bekend)
            gevonden = f"onbekende indeling {toon(code)}"
            yield regel.melding(("gevolg",), gevonden, verwacht, hulp, _UITKOMST)
            continue
        bekend = per_code[code].indeling.codes
        if uitkomst not in bekend:
            verwacht = f"een uitkomst van {code}: {opsomming(bekend)}"
            pad = ("gevolg", code)
            hulp = bedoelde_u(uitkomst, bekend)
            yield regel.melding(pad, toon(uitkomst), verwacht, hulp, _UITKOMST)


def _niet_te_zien(
    regel: GelezenRegel, per_code: Mapping[str, GelezenIndeling], velden: Mapping[str, Veld]
) -> Iterator[Melding]:
    """Conditions on facts over something that the rule cannot see."""
    over = over_van(regel.regel, {code: deel.indeling for code, deel in per_code.items()})
    for nummer, voorwaarde in enumerate(regel.regel.als):
        veld = velden.get(voorwaarde.veld)
        if veld is not None and veld.over not in ZIET[over]:
            gevonden = f"veld {toon(veld.naam)}, een feit over {veld.over}"
            verwacht = f"een feit over {opsomming(ZIET[over])}, want de regel gaat over {over}"
            pad = ("als", nummer, "veld")
            yield regel.melding(pad, gevonden, verwacht, soort="verkeerd-over")


def _in_volgorde(
    lijst: Sequence[GelezenIndeling], regels: Sequence[GelezenRegel], meldingen: list[Melding]
) -> list[GelezenIndeling]:
    """Each after those on which its rules rest; those in a circle are left out, with a finding."""
    codes = {deel.indeling.code for deel in lijst}
    rust_op: dict[str, set[str]] = {code: set() for code in codes}
    for regel in regels:
        for code in regel.regel.gevolg:
            rust_op.setdefault(code, set()).update(codes.intersection(regel.regel.velden))
    klaar: list[GelezenIndeling] = []
    over = list(lijst)
    while over:
        bekend = {deel.indeling.code for deel in klaar}
        vrij = [deel for deel in over if rust_op[deel.indeling.code] <= bekend]
        if not vrij:
            meldingen += _kring(over, rust_op)
            break
        klaar += vrij
        over = [deel for deel in over if deel not in vrij]
    return klaar


def _kring(over: Sequence[GelezenIndeling], rust_op: Mapping[str, set[str]]) -> Iterator[Melding]:
    """A finding at each classification that waits for itself; not at those that wait for these."""
    kring = list(over)
    while weg := [
        deel
        for deel in kring
        if not any(deel.indeling.code in rust_op[ander.indeling.code] for ander in kring)
    ]:
        kring = [deel for deel in kring if deel not in weg]
    namen = opsomming((toon(deel.indeling.code) for deel in kring), "en")
    for deel in kring:
        gevonden = f"indelingen die op elkaar wachten: {namen}"
        verwacht = "indelingen die op elkaar steunen zonder kring"
        yield deel.melding(("code",), gevonden, verwacht, soort="kring")
