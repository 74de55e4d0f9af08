"""What can be wrong with rules that are well formed, found before one topic is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regels import durable_motor
from regels.bevindingsoorten import als_fout
from regels.lijstvelden import regel_op_deelvelden
from regels.model import MAX_GETAL
from regels.operatoren import VOOR_KEUZES
from regels.referentie import houdt, oordeel
from regels.soortcontrole import soortfouten
from regels.taal import bedoelde_u, opsomming, toon
from regels.versiecontrole import gaten, overlap
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from regels.gelezen import GelezenIndeling, GelezenRegel
    from regels.indeling import Indelingsvoorbeeld
    from regels.lezen.yaml import Pad
    from regels.melding import Melding
    from regels.model import Regel, Veld, Voorbeeld, Voorwaarde, Waarde


def controleer(
    gelezen: Sequence[GelezenRegel],
    velden: Mapping[str, Veld],
    documenten: Collection[str],
    fouten: Sequence[Melding] = (),
) -> None:
    """Check rules together.

    Args:
        gelezen: the rules that are well formed.
        velden: every field that a rule may use.
        documenten: codes of the sources that a rule may name.
        fouten: what was found before; raised together with what is found here.

    Raises:
        Invoerfout: unknown fields, wrong types, examples that come out otherwise, limits of the
            engine.
        Regelstrijd: only contradictions: versions that overlap or leave a gap, rules that can
            never be met.
    """
    meldingen = [*fouten, *_verwarring(gelezen), *overlap(gelezen)]
    # A rule that is not well formed is left out here, and may be the version that fills the gap.
    meldingen += gaten(gelezen) if not fouten else ()
    for deel in gelezen:
        verkeerd = typefouten(deel.regel.als, velden, deel.melding)
        meldingen += [*verkeerd, *_periode(deel), *_bron(deel, documenten), *soortfouten(deel)]
        in_voorbeelden = voorbeeldfouten(deel, deel.regel.voorbeelden, velden)
        meldingen += in_voorbeelden
        if not verkeerd:
            nooit = _nooit_waar(deel, velden)
            meldingen += nooit
            if not nooit and not in_voorbeelden:
                vlak = regel_op_deelvelden(deel.regel, velden)
                meldingen += _anders_dan_voorbeeld(deel._replace(regel=vlak), deel.regel)
    if meldingen:
        raise als_fout(meldingen)


def _periode(deel: GelezenRegel) -> list[Melding]:
    regel = deel.regel
    if regel.geldig_van and regel.geldig_tot and regel.geldig_tot < regel.geldig_van:
        verwacht = f"een dag op of na {regel.geldig_van}"
        return [deel.melding(("geldig_tot",), toon(regel.geldig_tot), verwacht)]
    return []


def _bron(deel: GelezenRegel, documenten: Collection[str]) -> list[Melding]:
    code = deel.regel.bron.document
    if code in documenten:
        return []
    verwacht = f"een document uit bronnen.yaml: {opsomming(documenten)}"
    hulp = bedoelde_u(code, documenten)
    return [deel.melding(("bron", "document"), toon(code), verwacht, hulp, "onbekende-bron")]


def typefouten(
    als: Iterable[Voorwaarde], velden: Mapping[str, Veld], melding: Callable[..., Melding]
) -> list[Melding]:
    """Conditions on fields that are not there, or that ask what their field cannot be.

    Args:
        velden: every field that a condition may use, by name.
        melding: makes a finding of a path from the conditions' owner, what was found, what was
            expected and a suggestion.
    """
    meldingen = []
    for nummer, voorwaarde in enumerate(als):
        pad: Pad = ("als", nummer)
        veld = velden.get(voorwaarde.veld)
        if veld is None:
            gevonden = f"onbekend veld {toon(voorwaarde.veld)}"
            hulp = bedoelde_u(voorwaarde.veld, velden)
            verwacht = f"een van {opsomming(velden)}"
            fout = melding((*pad, "veld"), gevonden, verwacht, hulp)
            meldingen.append(fout._replace(soort="onbekend-veld"))
        elif veld.alleen_tonen:
            gevonden = f"veld {toon(veld.naam)}, dat alleen wordt getoond"
            fout = melding((*pad, "veld"), gevonden, "een veld waar regels op mogen")
            meldingen.append(fout._replace(soort="alleen-tonen"))
        elif veld.keuzes and voorwaarde.operator.alleen_getal:
            gevonden = f"«{voorwaarde.vergelijking}» bij {veld.naam}, dat geen getal is"
            fout = melding(pad, gevonden, opsomming(VOOR_KEUZES))
            meldingen.append(fout._replace(soort="verkeerde-soort"))
        elif past_niet := _past_niet(voorwaarde.waarde, veld):
            soort, verwacht = past_niet
            hulp = bedoelde_u(voorwaarde.waarde, veld.keuzes)
            fout = melding((*pad, "waarde"), toon(voorwaarde.waarde), verwacht, hulp)
            meldingen.append(fout._replace(soort=soort))
    return meldingen


def _past_niet(waarde: object, veld: Veld) -> tuple[str, str] | None:
    """The kind of fault and what the field takes; None when the value fits."""
    if veld.keuzes:
        return None if waarde in veld.keuzes else ("onbekende-waarde", opsomming(veld.keuzes))
    verwacht = f"een geheel getal van hoogstens {veld.hoogste:_}".replace("_", ".")
    if not isinstance(waarde, int):
        return "verkeerde-soort", verwacht
    return None if -MAX_GETAL <= waarde <= veld.hoogste else ("buiten-bereik", verwacht)


def voorbeeldfouten(
    deel: GelezenRegel | GelezenIndeling,
    voorbeelden: Iterable[Voorbeeld | Indelingsvoorbeeld],
    velden: Mapping[str, Veld],
) -> list[Melding]:
    """Examples that give a fact that is not there, or a value that it cannot have."""
    meldingen = []
    for nummer, voorbeeld in enumerate(voorbeelden):
        for naam, waarde in voorbeeld.gegeven.items():
            pad: Pad = ("voorbeelden", nummer, "gegeven", naam)
            veld = velden.get(naam)
            if veld is None:
                hulp = bedoelde_u(naam, velden)
                gevonden, verwacht = f"onbekend veld {toon(naam)}", f"een van {opsomming(velden)}"
                meldingen.append(deel.melding(pad, gevonden, verwacht, hulp, "onbekend-veld"))
            elif waarde is not None and (fout := _past_niet_in(waarde, veld)):
                soort, verwacht = fout
                delen = waarde if veld.meer and isinstance(waarde, tuple | list) else (waarde,)
                vreemd = [anders for anders in delen if anders not in veld.keuzes]
                hulp = bedoelde_u(vreemd[0], veld.keuzes) if veld.meer and vreemd else ""
                gevonden = opsomming(map(toon, vreemd if veld.meer else delen), "en")
                meldingen.append(deel.melding(pad, gevonden, verwacht, hulp, soort))
    return meldingen


def _past_niet_in(waarde: object, veld: Veld) -> tuple[str, str] | None:
    """The same for what an example gives, which can be a list."""
    if not veld.meer:
        return _past_niet(waarde, veld)
    if isinstance(waarde, tuple | list) and set(waarde) <= set(veld.keuzes):
        return None
    return "onbekende-waarde", f"een lijst met {opsomming(veld.keuzes)}"


def _anders_dan_voorbeeld(deel: GelezenRegel, geschreven: Regel) -> list[Melding]:
    """Examples for which the rule gives another outcome than the one that stands beside them.

    Args:
        geschreven: the rule as it stands in the file, on fields that may hold several choices.
    """
    meldingen = []
    for nummer, voorbeeld in enumerate(deel.regel.voorbeelden):
        feiten: Mapping[str, Any] = voorbeeld.gegeven
        uitkomst = oordeel(deel.regel, feiten).uitkomst
        if uitkomst != voorbeeld.verwacht:
            gegeven = f"voorbeeld {nummer + 1} ({in_woorden(geschreven.voorbeelden[nummer])})"
            meldingen.append(
                deel.melding(
                    ("voorbeelden", nummer, "verwacht"),
                    f"«{voorbeeld.verwacht}» bij {gegeven}",
                    f"«{uitkomst}», want dat is wat de regel hier zegt",
                    "verbeter het voorbeeld, of de voorwaarden van de regel",
                    "voorbeeld-faalt",
                )
            )
    return meldingen


def in_woorden(voorbeeld: Voorbeeld | Indelingsvoorbeeld) -> str:
    """The facts of an example: «thema: wonen en kosten_euro: onbekend»."""
    feiten = (f"{naam}: {_feit(waarde)}" for naam, waarde in voorbeeld.gegeven.items())
    return opsomming(feiten, "en") or "niets gegeven"


def _feit(waarde: object) -> str:
    if isinstance(waarde, tuple | list):
        return opsomming(waarde, "en") or "geen"
    return "onbekend" if waarde is None else str(waarde)


def _nooit_waar(deel: GelezenRegel, velden: Mapping[str, Veld]) -> list[Melding]:
    """Conditions on one field that no value meets together."""
    meldingen = []
    for naam in deel.regel.velden:
        samen = [voorwaarde for voorwaarde in deel.regel.als if voorwaarde.veld == naam]
        if velden[naam].meer:
            waarden: Sequence[Waarde] = ()
            dubbel = {(v.operator.tegendeel, v.waarde) for v in samen}
            if not any((v.vergelijking, v.waarde) in dubbel for v in samen):
                continue
        else:
            waarden = proefwaarden(velden[naam], samen)
        if not any(all(houdt(v, waarde) for v in samen) for waarde in waarden):
            eisen = opsomming((voorwaarde.verwacht for voorwaarde in samen), "en")
            meldingen.append(
                deel.melding(
                    ("als",),
                    f"een regel die nooit kan gelden: {naam} moet tegelijk {eisen} zijn",
                    "voorwaarden die samen kunnen gelden",
                    soort="nooit-waar",
                )
            )
    return meldingen


def _verwarring(gelezen: Sequence[GelezenRegel]) -> list[Melding]:
    """Field names that durable-rules would take for one another: it compares only their hashes."""
    meldingen = []
    hashes = {durable_motor.veld_hash(naam): naam for naam in durable_motor.EIGEN_VELDEN}
    for deel in gelezen:
        for naam in deel.regel.velden:
            ander = hashes.setdefault(durable_motor.veld_hash(naam), naam)
            if naam in durable_motor.EIGEN_VELDEN:
                gevonden = f"veld {toon(naam)}, een naam die de regelmotor zelf gebruikt"
            elif ander != naam:
                gevonden = f"veld {toon(naam)}, dat de regelmotor verwart met «{ander}»"
            else:
                continue
            meldingen.append(deel.melding(("als",), gevonden, "een andere naam voor dit veld"))
    return meldingen
