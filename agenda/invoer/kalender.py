"""Read `kalender.yaml`: the days, guests and sizes of meetings that people fixed themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from agenda.invoer.veldenbestand import goede_rijen, lees_velden
from agenda.onderwerp.kalender import (
    GEEN_AFSPRAKEN,
    Genodigde,
    Kalenderafspraken,
    Tijd,
    VasteDatum,
)
from agenda.opslag.rollen import KALENDERBESTAND
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad


T = TypeVar("T")


def lees_kalender(
    map_: Path,
    jaar: int | None,
    profiel: Profiel,
    codes: Collection[str] | None,
    meldingen: list[Melding],
) -> Kalenderafspraken:
    """What people fixed for the meetings of a year; nothing when there is no such file.

    Args:
        jaar: the agenda year; None when that is not known, because dossier.yaml is wrong.
        profiel: gives the bodies, that go by their code or one of their names.
        codes: of all topics; None when these cannot be read.
    """
    if not (map_ / KALENDERBESTAND).exists():
        return GEEN_AFSPRAKEN
    voorbeeld = "onderwerpen_per_vergadering: {…: 6}"
    gelezen = lees_velden(map_ / KALENDERBESTAND, KALENDERBESTAND, meldingen, voorbeeld)
    if gelezen is None:
        return GEEN_AFSPRAKEN
    meldingen += _begrijp_gremia(gelezen, profiel)
    waarden = {naam: waarde for naam, waarde in gelezen.waarde.items() if waarde is not None}
    afspraken = houd_tegen(Kalenderafspraken, waarden, gelezen, (), meldingen)
    vaste = goede_rijen(VasteDatum, "vaste_datums", gelezen)
    meldingen += _vaste_datums(vaste, jaar, codes, gelezen)
    meldingen += _gasten(goede_rijen(Genodigde, "gasten", gelezen), codes, gelezen)
    meldingen += _tijden(gelezen)
    return afspraken or GEEN_AFSPRAKEN


def _begrijp_gremia(gelezen: Gelezen, profiel: Profiel) -> Iterator[Melding]:
    """Put the code in the place of every name of a body; what is no body is told here."""
    for veld in ("vaste_datums", "gasten"):
        rijen = gelezen.waarde.get(veld)
        for nummer, rij in enumerate(rijen if isinstance(rijen, list) else ()):
            if isinstance(rij, dict) and isinstance(rij.get("gremium"), str):
                pad = (veld, nummer, "gremium")
                if (gremium := profiel.vind_gremium(rij["gremium"])) is not None:
                    rij["gremium"] = gremium.code
                else:
                    yield _onbekend(rij["gremium"], pad, gelezen, profiel)
    for veld in ("onderwerpen_per_vergadering", "weekdagen", "tijden"):
        groep = gelezen.waarde.get(veld)
        if isinstance(groep, dict):
            gelezen.waarde[veld] = op_code = {}
            for naam, waarde in groep.items():
                gremium = profiel.vind_gremium(str(naam))
                if gremium is None:
                    yield _onbekend(naam, (veld, naam), gelezen, profiel)
                elif gremium.code in op_code:
                    plek, verwacht = gelezen.plek((veld, naam)), "elk gremium één keer"
                    yield Melding(plek, veld, f"{toon(naam)} voor de tweede keer", verwacht)
                else:
                    op_code[gremium.code] = waarde
                    _verhuis(gelezen, (veld, naam), (veld, gremium.code))


def _verhuis(gelezen: Gelezen, van: Pad, naar: Pad) -> None:
    """What stands under one name has its places under another too."""
    if van != naar:
        _hernoem(gelezen.plekken, van, naar)
        _hernoem(gelezen.rauw, van, naar)


def _hernoem(op_pad: dict[Pad, T], van: Pad, naar: Pad) -> None:
    for pad in [pad for pad in op_pad if pad[: len(van)] == van]:
        op_pad[(*naar, *pad[len(van) :])] = op_pad[pad]


def _onbekend(genoemd: object, pad: Pad, gelezen: Gelezen, profiel: Profiel) -> Melding:
    """A body that the profile does not have."""
    gelezen.gemeld.add(pad)
    bekend = profiel.gremium
    verwacht = f"een van {opsomming(bekend)}" if bekend else "niets: er zijn geen gremia"
    namen = [naam for gremium in profiel.gremia for naam in (gremium.code, gremium.naam)]
    hulp = bedoelde_u(genoemd, namen)
    return Melding(gelezen.plek(pad), "gremium", toon(genoemd), verwacht, hulp)


def _vaste_datums(
    rijen: dict[int, VasteDatum],
    jaar: int | None,
    codes: Collection[str] | None,
    gelezen: Gelezen,
) -> Iterator[Melding]:
    """Days outside the year, days that are there twice, and topics that are not there."""
    gezien, geplaatst = set(), set()
    for nummer, vast in rijen.items():
        pad: Pad = ("vaste_datums", nummer)
        plek = gelezen.plek((*pad, "datum"))
        if jaar is not None and vast.datum.year != jaar:
            yield Melding(plek, "datum", toon(vast.datum), f"een dag in {jaar}")
        if (vast.gremium, vast.datum) in gezien:
            verwacht = "één rij voor een gremium op een dag"
            yield Melding(plek, "datum", f"{toon(vast.datum)} voor de tweede keer", verwacht)
        gezien.add((vast.gremium, vast.datum))
        for volgnummer, code in enumerate(vast.onderwerpen):
            hier = (*pad, "onderwerpen", volgnummer)
            yield from _onderwerp(code, codes, gelezen, hier)
            if (vast.gremium, code) in geplaatst:
                verwacht = "een onderwerp dat bij dit gremium op één dag vast staat"
                yield Melding(gelezen.plek(hier), "onderwerpen", toon(code), verwacht)
            geplaatst.add((vast.gremium, code))


def _gasten(
    rijen: dict[int, Genodigde], codes: Collection[str] | None, gelezen: Gelezen
) -> Iterator[Melding]:
    """Guests at a topic that is not there, or at nothing at all."""
    for nummer, genodigde in rijen.items():
        if genodigde.onderwerp is not None:
            yield from _onderwerp(
                genodigde.onderwerp, codes, gelezen, ("gasten", nummer, "onderwerp")
            )
        elif genodigde.gremium is None:
            verwacht = "ook een onderwerp of een gremium"
            yield Melding(gelezen.plek(("gasten", nummer)), "gasten", toon(genodigde.wie), verwacht)


def _tijden(gelezen: Gelezen) -> Iterator[Melding]:
    groep = gelezen.waarde.get("tijden")
    for gremium, rij in (groep if isinstance(groep, dict) else {}).items():
        tijd = houd_tegen(Tijd, rij, gelezen, ("tijden", gremium), [])
        if tijd is not None and tijd.tot <= tijd.van:
            plek = gelezen.plek(("tijden", gremium, "tot"))
            verwacht = f"een tijd na {tijd.van:%H:%M}"
            yield Melding(plek, "tijden", f"«{tijd.tot:%H:%M}»", verwacht)


def _onderwerp(
    code: str, codes: Collection[str] | None, gelezen: Gelezen, pad: Pad
) -> Iterator[Melding]:
    if codes is not None and code not in codes:
        veld = next(str(deel) for deel in reversed(pad) if isinstance(deel, str))
        verwacht, hulp = "de code van een onderwerp in dit dossier", bedoelde_u(code, codes)
        yield Melding(gelezen.plek(pad), veld, toon(code), verwacht, hulp)
