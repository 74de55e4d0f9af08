"""Read what is known of the region's own fields: of a topic, the year, a member, or a pair."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from pydantic.dataclasses import dataclass as model

from agenda.onderwerp.feit import Feit
from regels.lezen.tekst import HULP_BIJ_TEKEN, geen_tekst
from regels.lezen.vorm import ZONDER_AANHALING, houd_tegen
from regels.lezen.yaml import los_op
from regels.melding import Melding
from regels.model import GESLOTEN, MAX_GETAL, Bron, Lezing, Tekst
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.feit import Feiten, Feitwaarde
    from regels.lezen.yaml import Gelezen, Pad

_MAX_TEKST = 10_000


@model(frozen=True, slots=True, config=GESLOTEN)
class _Toelichting:
    """What may stand beside a value: why it is so, and where that stands."""

    onderbouwing: Annotated[Tekst, Field(description="tekst: waarom dit zo is")] = ""
    bron: Annotated[
        Tekst | Bron, Field(description="tekst: waar het staat, of {document: …, plaats: …}")
    ] = ""
    lezing: Lezing = ""


def lees_feiten(
    rauw: Mapping[str, Any],
    velden: Mapping[str, Profielveld],
    profiel: Profiel,
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
    bron: object = None,
) -> Feiten:
    """The facts that are filled in; what is missing, empty or `onbekend` is unknown.

    Args:
        rauw: what was read; keys that are no field of the profile are left alone.
        velden: the fields that can be filled in here, by code.
        pad: where `rauw` stands in the file.
        meldingen: every fault is added to this list.
        bron: the source of each fact that names none itself.
    """
    feiten = {}
    for code, veld in velden.items():
        waarde = rauw.get(code)
        if waarde is None or waarde == "onbekend":
            continue
        feit = _feit(waarde, veld, profiel, gelezen, (*pad, code), meldingen, bron)
        if feit is not None:
            feiten[code] = feit
    return feiten


def _feit(
    rauw: Any,
    veld: Profielveld,
    profiel: Profiel,
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
    bron: object,
) -> Feit | None:
    """One fact, written as a value or as a value with what stands beside it."""
    met_waarde = isinstance(rauw, dict)
    delen = dict(rauw) if met_waarde else {}
    waarde = delen.pop("waarde", None) if met_waarde else rauw
    waardepad = (*pad, "waarde") if met_waarde else pad
    if bron is not None:
        delen.setdefault("bron", bron)
    tekst = _toelichting(delen, profiel, gelezen, pad, meldingen) if delen else _Toelichting()
    if waarde is None or waarde == "onbekend":
        return None
    verwacht, hulp = _past_niet(waarde, veld)
    if verwacht:
        if waardepad not in gelezen.gemeld:
            getypt = gelezen.getypt(waardepad, waarde)
            tip = gelezen.hulp.get(waardepad) or hulp or bedoelde_u(getypt, veld.codes)
            kop = gelezen.koppen.get((veld.code,), ".".join(map(str, _namen(waardepad))))
            if isinstance(waarde, date) and gelezen.hulp_bij_datum:
                tip = gelezen.hulp_bij_datum
            plek = gelezen.plek(waardepad)
            meldingen.append(Melding(plek, kop, toon(getypt), verwacht, tip))
        return None
    if tekst is None:
        return None
    waar = tekst.bron
    if isinstance(waar, Bron):
        lezing = tekst.lezing or waar.lezing
        return Feit(_vorm(waarde, veld), tekst.onderbouwing, profiel.citeer(waar), lezing)
    return Feit(_vorm(waarde, veld), tekst.onderbouwing, waar, tekst.lezing)


def _namen(pad: Pad) -> list[str]:
    """The path as messages name it: from the topic on, without its number."""
    laatste = max((n for n, deel in enumerate(pad) if isinstance(deel, int)), default=-1)
    return [str(deel) for deel in pad[laatste + 1 :]]


def _toelichting(
    delen: dict[str, Any], profiel: Profiel, gelezen: Gelezen, pad: Pad, meldingen: list[Melding]
) -> _Toelichting | None:
    gevuld = {naam: waarde for naam, waarde in delen.items() if waarde is not None}
    tekst = houd_tegen(_Toelichting, gevuld, gelezen, pad, meldingen)
    if tekst is None or not isinstance(tekst.bron, Bron):
        return tekst
    document = tekst.bron.document
    if document not in profiel.document:
        plek = gelezen.plek((*pad, "bron", "document"))
        verwacht = f"een document uit bronnen.yaml: {opsomming(profiel.document)}"
        hulp = bedoelde_u(document, profiel.document)
        meldingen.append(Melding(plek, "bron.document", toon(document), verwacht, hulp))
        return None
    return tekst


def _past_niet(waarde: Any, veld: Profielveld) -> tuple[str, str]:
    """What the field takes and what to do, when the value is something else; else empty."""
    if veld.soort == "getal":
        return _past_niet_als_getal(waarde, veld)
    if veld.soort == "tekst":
        if isinstance(waarde, str) and len(waarde) <= _MAX_TEKST:
            return geen_tekst(waarde), HULP_BIJ_TEKEN
        return "tekst van hoogstens 10.000 tekens", ""
    if veld.soort == "keuzes":
        goed = isinstance(waarde, list) and all(deel in veld.codes for deel in waarde)
        hulp = "zet er haken omheen: [a, b]" if isinstance(waarde, str) else ""
        fout = [d for d in waarde if d not in veld.codes] if isinstance(waarde, list) else []
        hulp = bedoelde_u(fout[0], veld.codes) if fout else hulp
        return ("" if goed else f"een lijst met {opsomming(veld.codes, 'en')}"), hulp
    keuzes = (*veld.codes, "onbekend")
    return ("" if isinstance(waarde, str) and waarde in veld.codes else opsomming(keuzes)), ""


def _past_niet_als_getal(waarde: Any, veld: Profielveld) -> tuple[str, str]:
    hoogste = MAX_GETAL if veld.hoogste is None else veld.hoogste
    if type(waarde) is int and 0 <= waarde <= hoogste:
        return "", ""
    tot = f"tot en met {hoogste:_}".replace("_", ".") if veld.hoogste is not None else "of meer"
    kaal = los_op(waarde) if isinstance(waarde, str) else None
    hulp = ZONDER_AANHALING if isinstance(kaal, int) else ""
    return f"een heel getal: 0 {tot}", hulp


def _vorm(waarde: Any, veld: Profielveld) -> Feitwaarde:
    """The value as the domain keeps it: several choices in the order of the field."""
    if veld.soort == "keuzes":
        return tuple(code for code in veld.codes if code in waarde)
    vaste: Feitwaarde = waarde
    return vaste
