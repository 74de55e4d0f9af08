"""Read what is known of the region's own fields: of a topic, the year, a member, or a pair."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from agenda.onderwerp.feit import Feit
from regels.lezen.model import model
from regels.lezen.tekst import HULP_BIJ_TEKEN, geen_tekst
from regels.lezen.vorm import ZONDER_AANHALING, houd_tegen, veldnaam
from regels.lezen.yaml import los_op
from regels.melding import Melding
from regels.model import MAX_GETAL, Bron, Lezing, Tekst
from regels.taal import bedoelde_u, opsomming, toon, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.onderwerp.feit import Feiten, Feitwaarde
    from regels.lezen.yaml import Gelezen, Pad

_MAX_TEKST = 10_000


@model
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
    tekst = _toelichting(delen, profiel, gelezen, pad, meldingen) if delen else None
    if waarde is None or waarde == "onbekend":
        return None
    fouten = list(_fouten(waarde, veld))
    for deel, verkeerd, verwacht, hulp in fouten:
        waar = (*waardepad, *deel)
        if waar not in gelezen.gemeld and waardepad not in gelezen.gemeld:
            getypt = gelezen.getypt(waar, verkeerd)
            tip = gelezen.hulp.get(waardepad) or hulp or bedoelde_u(getypt, veld.codes)
            if isinstance(waarde, date) and gelezen.hulp_bij_datum:
                tip = gelezen.hulp_bij_datum
            kop = gelezen.koppen.get((veld.code,)) or veldnaam(_namen(waar))
            meldingen.append(Melding(gelezen.plek(waar), kop, toon(getypt), verwacht, tip))
    if fouten:
        return None
    if tekst is None:
        return None if delen else Feit(_vorm(waarde, veld))
    genoemd = tekst.bron
    if isinstance(genoemd, Bron):
        lezing = tekst.lezing or genoemd.lezing
        return Feit(_vorm(waarde, veld), tekst.onderbouwing, profiel.citeer(genoemd), lezing)
    return Feit(_vorm(waarde, veld), tekst.onderbouwing, genoemd, tekst.lezing)


def _namen(pad: Pad) -> Pad:
    """The path as messages name it: without the number of the topic or the row."""
    return pad[2:] if isinstance(pad[1], int) else pad


def _toelichting(
    delen: dict[str, Any], profiel: Profiel, gelezen: Gelezen, pad: Pad, meldingen: list[Melding]
) -> _Toelichting | None:
    gevuld = {naam: waarde for naam, waarde in delen.items() if waarde is not None}
    tekst = houd_tegen(_Toelichting, gevuld, gelezen, pad, meldingen)
    if tekst is None or not isinstance(tekst.bron, Bron):
        return tekst
    document = tekst.bron.document
    if document not in profiel.document:
        waar = (*pad, "bron", "document")
        verwacht = f"een document uit bronnen.yaml: {opsomming(profiel.document)}"
        hulp = bedoelde_u(document, profiel.document)
        veld = veldnaam(_namen(waar))
        meldingen.append(Melding(gelezen.plek(waar), veld, toon(document), verwacht, hulp))
        return None
    return tekst


def _fouten(waarde: Any, veld: Profielveld) -> Iterator[tuple[Pad, Any, str, str]]:
    """What does not fit: where it stands, what it is, what the field takes, and what to do."""
    if veld.soort == "keuzes" and isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            if deel not in veld.codes:
                yield (nummer,), deel, opsomming(veld.codes), ""
        return
    verwacht, hulp = _past_niet(waarde, veld)
    if verwacht:
        yield (), waarde, verwacht, hulp


def _past_niet(waarde: Any, veld: Profielveld) -> tuple[str, str]:
    """What the field takes and what to do, when the value is something else; else empty."""
    if veld.soort == "getal":
        return _past_niet_als_getal(waarde, veld)
    if veld.soort == "tekst":
        if isinstance(waarde, str) and len(waarde) <= _MAX_TEKST:
            return geen_tekst(waarde), HULP_BIJ_TEKEN
        los = not isinstance(waarde, str | dict | list)
        hulp = "zet er aanhalingstekens omheen als het tekst is" if los else ""
        return f"tekst van hoogstens {_MAX_TEKST:_} tekens".replace("_", "."), hulp
    if veld.soort == "keuzes":
        hulp = f"zet er haken omheen: [{zichtbaar(waarde)}]" if isinstance(waarde, str) else ""
        hulp = "schrijf [] voor geen" if waarde == "geen" else hulp
        return f"een lijst met {opsomming(veld.codes, 'en')}", hulp
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
