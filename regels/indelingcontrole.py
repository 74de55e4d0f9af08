"""Read classifications, and find what is wrong with them before one topic is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.gelezen import GelezenIndeling, GelezenRegel
from regels.indeling import EIGEN_UITKOMSTEN, GEEN, Botsing, Indeler, Indeling
from regels.lezen.vorm import houd_tegen
from regels.lijstvelden import feiten_op_deelvelden
from regels.melding import Melding
from regels.model import ZIET
from regels.regelcontrole import in_woorden, voorbeeldfouten
from regels.taal import bedoelde_u, opsomming, toon
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from regels.lezen.yaml import Gelezen
    from regels.model import Regel, Veld

MAX_INDELINGEN = 40


def lees_indelingen(inhoud: Gelezen, meldingen: list[Melding]) -> list[GelezenIndeling]:
    """The classifications in a file that are well formed.

    Args:
        inhoud: the file, holding a list under `indelingen`.
        meldingen: every fault of form is added to this list.
    """
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
        indeling = houd_tegen(Indeling, rauw, inhoud, pad, meldingen)
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
            meldingen.append(deel.melding(("code",), toon(code), verwacht))
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
    gevolgfouten = [fout for regel in regels for fout in _gevolgfouten(regel, per_code)]
    meldingen += gevolgfouten
    for deel in lijst if not gevolgfouten else ():
        geven = [r for r in regels if deel.indeling.code in r.regel.gevolg]
        meldingen += _zonder_regel(deel, geven)
    for regel in regels:
        meldingen += _niet_te_zien(regel, per_code, velden)
    return _in_volgorde(lijst, regels, meldingen)


def _eigen_fouten(deel: GelezenIndeling, documenten: Collection[str]) -> Iterator[Melding]:
    indeling = deel.indeling
    for nummer, code in enumerate(indeling.codes):
        pad = ("uitkomsten", nummer, "code")
        if code in EIGEN_UITKOMSTEN:
            verwacht = f"een ander woord dan {opsomming(EIGEN_UITKOMSTEN)}"
            yield deel.melding(pad, toon(code), verwacht)
        elif code in indeling.codes[:nummer]:
            yield deel.melding(pad, toon(code), "elke uitkomst één keer")
    anders = (*indeling.codes, GEEN)
    if indeling.anders is not None and indeling.anders not in anders:
        hulp = bedoelde_u(indeling.anders, anders)
        verwacht = f"een van {opsomming(anders)}"
        yield deel.melding(("anders",), toon(indeling.anders), verwacht, hulp)
    document = indeling.bron.document
    if document not in documenten:
        verwacht = f"een document uit bronnen.yaml: {opsomming(documenten)}"
        hulp = bedoelde_u(document, documenten)
        yield deel.melding(("bron", "document"), toon(document), verwacht, hulp)


def _verwacht_in_voorbeelden(deel: GelezenIndeling) -> Iterator[Melding]:
    waarden = (*deel.indeling.codes, *EIGEN_UITKOMSTEN)
    for nummer, voorbeeld in enumerate(deel.indeling.voorbeelden):
        if voorbeeld.verwacht not in waarden:
            pad = ("voorbeelden", nummer, "verwacht")
            hulp = bedoelde_u(voorbeeld.verwacht, waarden)
            verwacht = f"een van {opsomming(waarden)}"
            yield deel.melding(pad, toon(voorbeeld.verwacht), verwacht, hulp)


def _zonder_regel(deel: GelezenIndeling, regels: Iterable[GelezenRegel]) -> Iterator[Melding]:
    """Outcomes that no rule gives."""
    gegeven = {regel.regel.gevolg[deel.indeling.code] for regel in regels}
    for nummer, code in enumerate(deel.indeling.codes):
        if code not in gegeven and code != deel.indeling.anders:
            verwacht = "een regel die deze uitkomst geeft"
            gevonden = f"uitkomst {toon(code)} zonder regel"
            yield deel.melding(("uitkomsten", nummer), gevonden, verwacht)


def _gevolgfouten(
    regel: GelezenRegel, per_code: Mapping[str, GelezenIndeling]
) -> Iterator[Melding]:
    for code, uitkomst in regel.regel.gevolg.items():
        if code not in per_code:
            bekend = tuple(per_code)
            verwacht = f"een indeling: {opsomming(bekend) or 'er zijn er geen'}"
            hulp = bedoelde_u(code, bekend)
            yield regel.melding(("gevolg",), f"onbekende indeling {toon(code)}", verwacht, hulp)
            continue
        bekend = per_code[code].indeling.codes
        if uitkomst not in bekend:
            verwacht = f"een uitkomst van {code}: {opsomming(bekend)}"
            pad = ("gevolg", code)
            yield regel.melding(pad, toon(uitkomst), verwacht, bedoelde_u(uitkomst, bekend))


def over_van(regel: Regel, indelingen: Mapping[str, Indeling]) -> str:
    """What a rule is about: as it says, as its classification says, or else a topic.

    Of a rule whose classification is not there this is not known; the pair sees everything.
    """
    for code in regel.gevolg:
        if code in indelingen:
            return indelingen[code].over
    anders = "deelname" if regel.soort == "indeling" else "onderwerp"
    return regel.over or anders


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
            yield regel.melding(("als", nummer, "veld"), gevonden, verwacht)


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
            namen = opsomming((toon(deel.indeling.code) for deel in over), "en")
            for deel in over:
                gevonden = f"indelingen die op elkaar wachten: {namen}"
                verwacht = "indelingen die op elkaar steunen zonder kring"
                meldingen.append(deel.melding(("code",), gevonden, verwacht))
            break
        klaar += vrij
        over = [deel for deel in over if deel not in vrij]
    return klaar


def anders_dan_voorbeelden(
    lijst: Sequence[GelezenIndeling],
    regels: Sequence[Regel],
    velden: Mapping[str, Veld],
    alle: Mapping[str, Veld],
) -> list[Melding]:
    """Examples of classifications that come out otherwise, judged by the latest rules.

    Args:
        regels: all versions of all rules, on fields that each hold one value.
        velden: the fields as they are written; `alle` has those that rules are judged on too.
    """
    laatste = {regel.code: regel for regel in sorted(regels, key=_eind)}
    nieuwste = tuple(regel for regel in regels if laatste[regel.code] is regel)
    indeler = Indeler([deel.indeling for deel in lijst], Toetser(nieuwste, None), alle)
    meldingen = []
    for deel in lijst:
        for nummer, voorbeeld in enumerate(deel.indeling.voorbeelden):
            feiten = feiten_op_deelvelden(voorbeeld.gegeven, velden)
            try:
                uitkomst = indeler.deel_in(deel.indeling.code, feiten).uitkomst
            except Botsing as fout:
                uitkomst = f"botsing van {opsomming((r.code for r in fout.regels), 'en')}"
            if uitkomst != voorbeeld.verwacht:
                gegeven = f"voorbeeld {nummer + 1} ({in_woorden(voorbeeld)})"
                meldingen.append(
                    deel.melding(
                        ("voorbeelden", nummer, "verwacht"),
                        f"«{voorbeeld.verwacht}» bij {gegeven}",
                        f"«{uitkomst}», want dat is wat de regels hier samen zeggen",
                        "verbeter het voorbeeld, of de voorwaarden van de regels",
                    )
                )
    return meldingen


def _eind(regel: Regel) -> tuple[bool, object]:
    """The order in which versions end; one without an end comes last."""
    return regel.geldig_tot is None, str(regel.geldig_tot or "")
