"""The evaluation of a year in the form of the Evaluatie: facts, and marked places to write in.

Per theme: the background, the state of affairs, what is still relevant, and what stays to be done.
Bron: Evaluatie (per thema achtergrond, stand van zaken, aanbevelingen; conclusie; appendix A).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Gegevens, Lijst, Stuk, in_te_vullen
from agenda.stuk.verklaringen import herkomst_deel, verklaringen
from agenda.voortgang.standfeit import AF
from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van
from agenda.weergave.voortgang.besluit import bekrachtiging_regels
from agenda.weergave.voortgang.dekking_woorden import (
    TOESTANDNAMEN,
    per_toestand,
    telling_tekst,
)
from agenda.weergave.voortgang.dekking_woorden import wie_tekst as wie_van
from agenda.weergave.voortgang.woorden import (
    antwoord,
    met_toestand,
    toestand_cel,
    wat_mist,
    wie_tekst,
)
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.profiel import Thema, Voorstel
    from agenda.stuk.blokken import Blok
    from agenda.voortgang.dekking import Rij
    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.voortgang.stand import Onderwerpstand, Stand


_ACTUEEL = "Wat is nog actueel?"


def evaluatiestuk(agenda: GevolgdeAgenda) -> Stuk:
    """The evaluation of an adopted agenda on a day."""
    lijst, stand = agenda.ranglijst, agenda.stand
    besluit = stand.besluit
    return Stuk(
        f"Evaluatie {lijst.dossier.instellingen.jaar}",
        agenda_van(lijst),
        (
            Gegevens(
                (
                    ("Vastgesteld door", besluit.door),
                    ("Vastgesteld op", dag(besluit.datum)),
                    ("Stand op", dag(stand.op)),
                )
            ),
            *verklaringen(agenda),
            Alinea(
                "Wat hier staat, volgt uit wat is vastgesteld en gemeld. Wat een mens moet"
                " schrijven, is een gemarkeerde lege plek."
            ),
        ),
        (
            _inleiding(agenda),
            *(_thema(agenda, thema) for thema in stand.profiel.themas),
            _conclusie(stand),
            *_bijlage(stand),
            herkomst_deel(lijst),
        ),
    )


def _inleiding(agenda: GevolgdeAgenda) -> Deel:
    stand = agenda.stand
    woord = stand.profiel.woorden
    aantal = telling(len(stand.onderwerpen), woord.onderwerp.een, woord.onderwerp.meer)
    jaar = agenda.ranglijst.dossier.instellingen.jaar
    wat = f"{woord.agenda.met_lidwoord} {jaar} van {stand.profiel.regio.naam}"
    zinnen = [
        f"Deze evaluatie gaat over {wat}, met {aantal}.",
        f"De agenda is vastgesteld op {dag(stand.besluit.datum)} door {stand.besluit.door}.",
    ]
    gemeld = [feit.op for feit in stand.feiten if feit.op <= stand.op]
    if gemeld:
        zinnen.append(f"De laatste melding is van {dag(max(gemeld))}.")
    else:
        zinnen.append("Over de voortgang is niets gemeld.")
    zinnen += bekrachtiging_regels(agenda)
    vraag = (
        "waarom deze evaluatie er is, met wie is gesproken, en wat er niet in kon worden meegenomen"
    )
    return Deel("inleiding", "Inleiding", (Alinea(" ".join(zinnen)), in_te_vullen(vraag)))


def _thema(agenda: GevolgdeAgenda, thema: Thema) -> Deel:
    stand = agenda.stand
    eigen = [o for o in stand.onderwerpen if o.vastgesteld.berekend.onderwerp.thema == thema.code]
    voorstellen = [v for v in stand.profiel.voorstellen if v.thema == thema.code]
    woord = stand.profiel.woorden.thema.kop
    delen = (
        Deel(f"{thema.code}-achtergrond", "Achtergrond", tuple(_achtergrond(stand, voorstellen))),
        Deel(
            f"{thema.code}-stand", "Stand van zaken", tuple(_stand_van_zaken(agenda, eigen, thema))
        ),
        Deel(f"{thema.code}-actueel", _ACTUEEL, tuple(_actueel(stand, voorstellen))),
        Deel(
            f"{thema.code}-aanbevelingen",
            "Aanbevelingen die open staan",
            tuple(_open(stand, eigen, voorstellen)),
        ),
    )
    return Deel(
        f"thema-{thema.code}",
        f"{woord} {thema.nummer}: {thema.naam}",
        delen=delen,
        nieuwe_pagina=True,
    )


def _achtergrond(stand: Stand, voorstellen: Sequence[Voorstel]) -> Iterator[Blok]:
    woord = stand.profiel.woorden.voorstel
    if voorstellen:
        nummers = opsomming([v.nummer for v in voorstellen], "en")
        wat, horen = (woord.een, "hoort") if len(voorstellen) == 1 else (woord.meer, "horen")
        yield Alinea(f"Hierbij {horen} {wat} {nummers}; meer daarover bij «{_ACTUEEL}»")
    yield in_te_vullen("waar dit over gaat, en waarom het voor inwoners van belang is")


def _stand_van_zaken(
    agenda: GevolgdeAgenda, eigen: Sequence[Onderwerpstand], thema: Thema
) -> Iterator[Blok]:
    stand = agenda.stand
    woord = stand.profiel.woorden.onderwerp
    if eigen:
        koppen = (woord.kop, "Toestand", "Wat is gemeld")
        rijen = tuple((o.titel, _toestand(o), _gemeld(o, stand)) for o in eigen)
        yield Tabel("Stand van zaken", koppen, rijen, rekbaar=(0, 1, 2))
    else:
        yield Alinea(f"Hierover stond {woord.geen} op de agenda.")
    yield from _dekking(agenda, thema)
    yield in_te_vullen("wat dit in de praktijk heeft veranderd, en voor wie")


def _dekking(agenda: GevolgdeAgenda, thema: Thema) -> Iterator[Blok]:
    """Of what the proposals of the theme ask, how many have it and who; nothing where unknown."""
    if agenda.dekking is None:
        return
    rijen = [
        (f"{deel.voorstel.nummer}. {rij.onderdeel.naam}", telling_tekst(rij), _wie(rij, agenda))
        for deel in agenda.dekking.voorstellen
        if deel.voorstel.thema == thema.code
        for rij in deel.rijen
    ]
    if rijen:
        lid = agenda.ranglijst.profiel.woorden.lid
        koppen = ("Wat wordt gevraagd", "Hoeveel hebben het", f"Welke {lid.meer}")
        yield Tabel("Wie heeft wat", koppen, tuple(rijen), rekbaar=(0, 1, 2))


def _wie(rij: Rij, agenda: GevolgdeAgenda) -> str:
    """Who they are of whom it is known, by outcome."""
    profiel = agenda.ranglijst.profiel
    return "\n".join(
        f"{TOESTANDNAMEN[toestand]}: {wie_van(rij, cellen, profiel)}"
        for toestand, cellen in per_toestand(rij)
        if toestand != "onbekend"
    )


def _toestand(onderwerp: Onderwerpstand) -> str:
    if onderwerp.feit is None:
        return toestand_cel(onderwerp)
    return f"{toestand_cel(onderwerp)}\nsinds {dag(onderwerp.sinds)}"


def _gemeld(onderwerp: Onderwerpstand, stand: Stand) -> str:
    feit = onderwerp.feit
    if feit is None:
        return "niets"
    delen = (
        feit.toelichting,
        feit.volgende_stap and f"Volgende stap: {feit.volgende_stap}",
        feit.klaar_op and f"Klaar op: {dag(feit.klaar_op)}",
        feit.wie and f"Wie: {wie_tekst(feit.wie, stand.profiel)}",
        feit.bron and f"Bron: {feit.bron}",
    )
    return "\n".join(deel for deel in delen if deel) or f"gemeld op {dag(feit.op)}"


def _actueel(stand: Stand, voorstellen: Sequence[Voorstel]) -> Iterator[Blok]:
    woord, meer = stand.profiel.woorden.voorstel, stand.profiel.woorden.onderwerp.koppen
    if voorstellen:
        koppen = ("Nr.", woord.kop, "Staat", meer)
        rijen = tuple((v.nummer, v.titel, v.staat, _onderwerpen_bij(stand, v)) for v in voorstellen)
        yield Tabel(_ACTUEEL, koppen, rijen, rekbaar=(1, 3), rechts=(0,))
        yield Alinea("De staat is die van het profiel van de regio, met de bron die daar staat.")
    yield in_te_vullen("wat nog klopt, wat moet worden bijgesteld, en waarom")


def _onderwerpen_bij(stand: Stand, voorstel: Voorstel) -> str:
    deel = next((d for d in stand.voorstellen if d.voorstel.nummer == voorstel.nummer), None)
    return "\n".join(map(met_toestand, deel.onderwerpen)) if deel else ""


def _open(
    stand: Stand, eigen: Sequence[Onderwerpstand], voorstellen: Sequence[Voorstel]
) -> Iterator[Blok]:
    """What is not done, why that is as far as anybody said, and what nobody worked on."""
    punten = [_open_punt(stand, o) for o in eigen if o.toestand not in AF]
    woord = stand.profiel.woorden
    met = {deel.voorstel.nummer for deel in stand.voorstellen}
    punten += [
        f"Aan {woord.voorstel.een} {v.nummer} ({in_zin(v.titel)}) droeg dit jaar"
        f" {woord.onderwerp.geen} van de agenda bij."
        for v in voorstellen
        if v.nummer not in met and v.staat == "actueel"
    ]
    if punten:
        yield Lijst(tuple(punten))
    else:
        yield Alinea("Uit de feiten van dit jaar blijft hier niets open.")
    yield in_te_vullen("wat u aanbeveelt voor het volgende jaar")


def _open_punt(stand: Stand, onderwerp: Onderwerpstand) -> str:
    mist = "".join(f" {wat}." for wat in wat_mist(onderwerp, stand))
    return f"{onderwerp.titel}: {in_zin(toestand_cel(onderwerp))}.{mist}"


def _conclusie(stand: Stand) -> Deel:
    vooruit = sum(deel.vooruit for deel in stand.voorstellen)
    zinnen = [antwoord(stand)]
    alle = len(stand.profiel.voorstellen)
    if alle:
        woord = stand.profiel.woorden.voorstel
        zinnen.append(
            f"Van de {alle} {woord.meer} kwamen er {vooruit} vooruit, doordat er iets aan loopt of"
            " klaar is."
        )
    vraag = "wat dit jaar heeft opgeleverd, en wat daarvan de belangrijkste les is"
    return Deel(
        "conclusie",
        "Conclusie",
        (Alinea(" ".join(zinnen)), in_te_vullen(vraag)),
        nieuwe_pagina=True,
    )


def _bijlage(stand: Stand) -> Iterator[Deel]:
    """Every proposal with its theme, and what worked on it."""
    profiel = stand.profiel
    if not profiel.voorstellen:
        return
    woorden = profiel.woorden
    koppen = ("Nr.", woorden.voorstel.kop, woorden.thema.kop, "Staat", woorden.onderwerp.koppen)
    rijen = tuple(
        (v.nummer, v.titel, profiel.thema[v.thema].naam, v.staat, _onderwerpen_bij(stand, v))
        for v in profiel.voorstellen
    )
    titel = f"Overzicht van de {len(rijen)} {woorden.voorstel.meer}"
    tabel = Tabel(titel, koppen, rijen, rekbaar=(1, 2, 4), rechts=(0,))
    yield Deel("bijlage", f"Bijlage: {in_zin(titel)}", (tabel,))
