"""What can be wrong with rules that are well formed, found before one topic is judged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from regels import durable_motor
from regels.lijstvelden import regel_op_deelvelden
from regels.melding import Invoerfout, Melding, Regelstrijd
from regels.model import MAX_GETAL
from regels.operatoren import VOOR_KEUZES
from regels.referentie import houdt, oordeel
from regels.soortcontrole import soortfouten
from regels.taal import bedoelde_u, opsomming, telling, toon
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from regels.gelezen import GelezenIndeling, GelezenRegel
    from regels.indeling import Indelingsvoorbeeld
    from regels.lezen.yaml import Pad
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
    invoer = [*fouten, *_verwarring(gelezen)]
    strijd = [*_overlap(gelezen), *_gaten(gelezen)]
    for deel in gelezen:
        verkeerd = typefouten(deel.regel.als, velden, deel.melding)
        invoer += [*verkeerd, *_periode(deel), *_bron(deel, documenten), *soortfouten(deel)]
        in_voorbeelden = voorbeeldfouten(deel, deel.regel.voorbeelden, velden)
        invoer += in_voorbeelden
        if not verkeerd:
            nooit = _nooit_waar(deel, velden)
            strijd += nooit
            if not nooit and not in_voorbeelden:
                vlak = regel_op_deelvelden(deel.regel, velden)
                invoer += _anders_dan_voorbeeld(deel._replace(regel=vlak), deel.regel)
    if invoer:
        raise Invoerfout([*invoer, *strijd])
    if strijd:
        raise Regelstrijd(strijd)


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
    return [deel.melding(("bron", "document"), toon(code), verwacht, bedoelde_u(code, documenten))]


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
            meldingen.append(
                melding((*pad, "veld"), gevonden, f"een van {opsomming(velden)}", hulp)
            )
        elif veld.alleen_tonen:
            gevonden = f"veld {toon(veld.naam)}, dat alleen wordt getoond"
            meldingen.append(melding((*pad, "veld"), gevonden, "een veld waar regels op mogen"))
        elif veld.keuzes and voorwaarde.operator.alleen_getal:
            gevonden = f"«{voorwaarde.vergelijking}» bij {veld.naam}, dat geen getal is"
            meldingen.append(melding(pad, gevonden, opsomming(VOOR_KEUZES)))
        elif (verwacht := _past_niet(voorwaarde.waarde, veld)) is not None:
            hulp = bedoelde_u(voorwaarde.waarde, veld.keuzes)
            meldingen.append(melding((*pad, "waarde"), toon(voorwaarde.waarde), verwacht, hulp))
    return meldingen


def _past_niet(waarde: object, veld: Veld) -> str | None:
    """What the field takes, when the value is something else; None when it fits."""
    if veld.keuzes:
        return None if waarde in veld.keuzes else opsomming(veld.keuzes)
    if isinstance(waarde, int) and abs(waarde) <= MAX_GETAL:
        return None
    return f"een geheel getal van hoogstens {MAX_GETAL:_}".replace("_", ".")


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
                meldingen.append(
                    deel.melding(
                        pad, f"onbekend veld {toon(naam)}", f"een van {opsomming(velden)}", hulp
                    )
                )
            elif waarde is not None and (verwacht := _past_niet_in(waarde, veld)) is not None:
                delen = waarde if veld.meer and isinstance(waarde, tuple | list) else (waarde,)
                vreemd = [anders for anders in delen if anders not in veld.keuzes]
                hulp = bedoelde_u(vreemd[0], veld.keuzes) if veld.meer and vreemd else ""
                gevonden = opsomming(map(toon, vreemd if veld.meer else delen), "en")
                meldingen.append(deel.melding(pad, gevonden, verwacht, hulp))
    return meldingen


def _past_niet_in(waarde: object, veld: Veld) -> str | None:
    """What an example can give for a field, when it gives something else; None when it fits."""
    if not veld.meer:
        return _past_niet(waarde, veld)
    if isinstance(waarde, tuple | list) and set(waarde) <= set(veld.keuzes):
        return None
    return f"een lijst met {opsomming(veld.keuzes)}"


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


def _gaten(gelezen: Sequence[GelezenRegel]) -> list[Melding]:
    """Days between two versions of one rule on which neither is in force."""
    meldingen = []
    laatste: dict[str, GelezenRegel] = {}  # per code the version that lasts longest so far
    for deel in sorted(gelezen, key=lambda deel: _begin(deel.regel)):
        eerder = laatste.setdefault(deel.regel.code, deel)
        tot, van = eerder.regel.geldig_tot, _begin(deel.regel)
        if tot is not None and (van - tot).days > 1:
            gat = telling((van - tot).days - 1, "dag", "dagen")
            ander = eerder.gelezen.plek(eerder.pad)
            meldingen.append(
                deel.melding(
                    ("geldig_van",),
                    f"een gat van {gat} na de versie op {ander}, die geldt tot en met {tot}",
                    f"een versie die aansluit, vanaf {tot + timedelta(days=1)}",
                    "geldig_tot is de laatste dag waarop een versie geldt",
                )
            )
        if (eerder.regel.geldig_tot or date.max) < (deel.regel.geldig_tot or date.max):
            laatste[deel.regel.code] = deel
    return meldingen


def _overlap(gelezen: Sequence[GelezenRegel]) -> list[Melding]:
    meldingen = []
    for nummer, deel in enumerate(gelezen):
        for eerder in gelezen[:nummer]:
            if eerder.regel.code == deel.regel.code and _tegelijk(eerder.regel, deel.regel):
                ander = eerder.gelezen.plek(eerder.pad)
                meldingen.append(
                    deel.melding(
                        ("geldig_van",),
                        f"een periode die overlapt met de versie op {ander}",
                        "per dag hoogstens één versie van een regel",
                        "sluit de oude versie af met geldig_tot",
                    )
                )
    return meldingen


def _begin(regel: Regel) -> date:
    return regel.geldig_van or date.min


def _tegelijk(a: Regel, b: Regel) -> bool:
    return _begin(a) <= (b.geldig_tot or date.max) and _begin(b) <= (a.geldig_tot or date.max)


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
