"""Read `kalender.yaml`: the days, guests and sizes of meetings that people fixed themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.veldenbestand import lees_velden
from agenda.onderwerp.kalender import GEEN_AFSPRAKEN, Kalenderafspraken
from agenda.opslag.rollen import KALENDERBESTAND
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from regels.lezen.yaml import Gelezen, Pad


def lees_kalender(
    map_: Path,
    jaar: int | None,
    gremia: Collection[str],
    codes: Collection[str] | None,
    meldingen: list[Melding],
) -> Kalenderafspraken:
    """What people fixed for the meetings of a year; nothing when there is no such file.

    Args:
        jaar: the agenda year; None when that is not known, because dossier.yaml is wrong.
        gremia: codes of the bodies.
        codes: of all topics; None when these cannot be read.
    """
    if not (map_ / KALENDERBESTAND).exists():
        return GEEN_AFSPRAKEN
    voorbeeld = "onderwerpen_per_vergadering: {…: 6}"
    gelezen = lees_velden(map_ / KALENDERBESTAND, KALENDERBESTAND, meldingen, voorbeeld)
    if gelezen is None:
        return GEEN_AFSPRAKEN
    waarden = {naam: waarde for naam, waarde in gelezen.waarde.items() if waarde is not None}
    afspraken = houd_tegen(Kalenderafspraken, waarden, gelezen, (), meldingen)
    if afspraken is None:
        return GEEN_AFSPRAKEN
    meldingen += _gremia(afspraken, gremia, gelezen)
    meldingen += _vaste_datums(afspraken, jaar, codes, gelezen)
    meldingen += _gasten(afspraken, codes, gelezen)
    meldingen += _tijden(afspraken, gelezen)
    return afspraken


def _gremia(
    afspraken: Kalenderafspraken, bekend: Collection[str], gelezen: Gelezen
) -> Iterator[Melding]:
    """Bodies that the profile does not have."""
    genoemd: list[tuple[Pad, str]] = [
        (("vaste_datums", nummer, "gremium"), vast.gremium)
        for nummer, vast in enumerate(afspraken.vaste_datums)
    ]
    genoemd += [
        (("gasten", nummer, "gremium"), genodigde.gremium)
        for nummer, genodigde in enumerate(afspraken.gasten)
        if genodigde.gremium is not None
    ]
    for naam in ("onderwerpen_per_vergadering", "weekdagen", "tijden"):
        genoemd += [((naam, code), code) for code in getattr(afspraken, naam)]
    for pad, code in genoemd:
        if code not in bekend:
            verwacht = f"een van {opsomming(bekend)}" if bekend else "niets: er zijn geen gremia"
            hulp = bedoelde_u(code, bekend)
            yield Melding(gelezen.plek(pad), "gremium", toon(code), verwacht, hulp)


def _vaste_datums(
    afspraken: Kalenderafspraken, jaar: int | None, codes: Collection[str] | None, gelezen: Gelezen
) -> Iterator[Melding]:
    """Days outside the year, days that are there twice, and topics that are not there."""
    gezien, geplaatst = set(), set()
    for nummer, vast in enumerate(afspraken.vaste_datums):
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
    afspraken: Kalenderafspraken, codes: Collection[str] | None, gelezen: Gelezen
) -> Iterator[Melding]:
    """Guests at a topic that is not there, or at nothing at all."""
    for nummer, genodigde in enumerate(afspraken.gasten):
        if genodigde.onderwerp is not None:
            yield from _onderwerp(
                genodigde.onderwerp, codes, gelezen, ("gasten", nummer, "onderwerp")
            )
        elif genodigde.gremium is None:
            verwacht = "ook een onderwerp of een gremium"
            yield Melding(gelezen.plek(("gasten", nummer)), "gasten", toon(genodigde.wie), verwacht)


def _tijden(afspraken: Kalenderafspraken, gelezen: Gelezen) -> Iterator[Melding]:
    for gremium, tijd in afspraken.tijden.items():
        if tijd.tot <= tijd.van:
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
