"""The chapter on what hangs together: what must come first, and what serves the proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Deel, Onderwerpentabel
from agenda.stuk.plek import genoemd_met_plek, waar_tekst
from agenda.weergave.lezing import bron_zin
from agenda.weergave.samenhang.samenhang import VERBANDNAMEN
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import heeft_plek, onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.samenhang.samenhang import Dekking
    from agenda.uitleg.jaaragenda import Jaaragenda


def samenhang_hoofdstuk(agenda: Jaaragenda) -> Iterator[Deel]:
    """The chapter, where anything hangs together."""
    delen = (*_eerst(agenda), *_dekking(agenda), *_verbanden(agenda))
    if delen:
        yield Deel("samenhang", "Wat hangt samen?", (), delen)


def _eerst(agenda: Jaaragenda) -> Iterator[Deel]:
    """The topics that can only come after another one, in the order of the agenda."""
    wachten = [lid for lid in agenda.alle if agenda.samenhang.vereist_door(lid.onderwerp)]
    if not wachten:
        return
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    rijen = tuple(
        (
            "\n".join(filter(None, (lid.titel, waar_tekst(agenda, lid)))),
            genoemd_met_plek(agenda, agenda.samenhang.vereist_door(lid.onderwerp)),
        )
        for lid in wachten
    )
    noten = ("Wat eerst moet, verandert nooit een score.",) if heeft_plek(agenda.ranglijst) else ()
    tabel = Tabel("Wat moet eerst?", (woord.kop, "Kan pas na"), rijen, noten, rekbaar=(0, 1))
    doelen = tuple(onderwerp_anker(lid.code) for lid in wachten)
    yield Deel("eerst", tabel.titel, (Onderwerpentabel(tabel, 0, doelen),))


def _dekking(agenda: Jaaragenda) -> Iterator[Deel]:
    """Of every proposal which topics serve it."""
    profiel = agenda.ranglijst.profiel
    if not profiel.voorstellen:
        return
    voorstel, onderwerp = profiel.woorden.voorstel, profiel.woorden.onderwerp
    rijen = []
    for nummer, dekking in agenda.samenhang.dekking.items():
        staat = "" if dekking.voorstel.staat == "actueel" else f" ({dekking.voorstel.staat})"
        thema = profiel.thema[dekking.voorstel.thema].naam
        titel = f"{dekking.voorstel.titel}{staat}"
        waar = f"{thema} · {profiel.citeer(dekking.voorstel.bron)}"
        rijen.append((nummer, f"{titel}\n{waar}", "\n".join(_wie(dekking)) or "geen"))
    tabel = Tabel(
        f"Welke {onderwerp.meer} dragen bij aan de {voorstel.meer}?",
        ("Nr", voorstel.kop, onderwerp.koppen),
        tuple(rijen),
        rekbaar=(1, 2),
    )
    yield Deel("dekking", tabel.titel, (tabel,))


def _wie(dekking: Dekking) -> Iterator[str]:
    """The topics that serve a proposal; those that are not admitted apart."""
    for aanhef, leden in (
        ("", dekking.toegelaten),
        ("Onbeslist: ", dekking.onbeslist),
        ("Niet toegelaten: ", dekking.niet_toegelaten),
    ):
        if leden:
            yield f"{aanhef}{'; '.join(lid.titel for lid in leden)}"


def _verbanden(agenda: Jaaragenda) -> Iterator[Deel]:
    """What sources say of proposals that need or help each other."""
    profiel = agenda.ranglijst.profiel
    verbanden = agenda.samenhang.voorstelverbanden
    if not verbanden:
        return
    rijen = tuple(
        (
            " ".join(
                (
                    str(band.van.voorstel.nummer),
                    VERBANDNAMEN[band.verband.soort],
                    str(band.naar.voorstel.nummer),
                )
            ),
            bron_zin(band.verband.bron, profiel),
        )
        for band in verbanden
    )
    titel = f"Verbanden tussen {profiel.woorden.voorstel.meer}"
    tabel = Tabel(titel, ("Verband", "Waar het staat"), rijen, rekbaar=(1,))
    yield Deel("verbanden", titel, (tabel,))
