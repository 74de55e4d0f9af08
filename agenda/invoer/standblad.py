"""The workbook with progress: what `agenda stand --werkblad` hands out, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from agenda.invoer.excel import lees_excel
from agenda.invoer.sjabloonvorm import Codelijst, Sjabloonblad, Sjabloonkolom
from agenda.invoer.tabelvorm import Tabelvorm
from agenda.onderwerp.invullijst import Invullijst
from agenda.onderwerp.velden import Invulveld
from agenda.voortgang.standfeit import NAMEN, TOESTANDEN
from regels.melding import Invoerfout, Melding
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad

T = TypeVar("T")

_STAND, _ACTIES = "Stand", "Acties"
_WIE = ("gemeente", "functie")
_BIJ_RIJ = "vul in als er iets te melden is"
_MAG_LEEG = "mag leeg"


def standtabel(profiel: Profiel) -> Tabelvorm:
    """The table with a row for each topic and day."""
    return Tabelvorm("stand", _STAND, "de stand van één onderwerp", _lijst(_standvelden(profiel)))


def actietabel(profiel: Profiel) -> Tabelvorm:
    """The table with a row for each action."""
    return Tabelvorm("acties", _ACTIES, "één actie", _lijst(_actievelden(profiel)))


def _lijst(velden: Iterable[Invulveld]) -> Invullijst:
    return Invullijst(tuple(velden), {})


def _onderwerp(profiel: Profiel) -> Invulveld:
    woord = profiel.woorden.onderwerp
    vraag = f"De code van {woord.met_lidwoord}. Die staat er al; neem haar over in een nieuwe rij."
    return Invulveld(woord.kop, "onderwerp", vraag, leeg="verplicht", breedte=26, naam="onderwerp")


_OP = Invulveld(
    "Op",
    "datum",
    "Vanaf welke dag dit zo is. Is er later iets anders? Maak een nieuwe rij met een nieuwe dag.",
    leeg="niets",
    breedte=12,
    naam="op",
)


def _standvelden(profiel: Profiel) -> Iterator[Invulveld]:
    lid, onderwerp = profiel.woorden.lid, profiel.woorden.onderwerp
    waar = f"Waar {onderwerp.met_lidwoord} over gaat. Dit wordt niet gelezen."
    keuzes = tuple((code, namen[0]) for code, namen in NAMEN.items())
    yield _onderwerp(profiel)
    yield Invulveld("Titel", "tekst", waar, leeg="niets", breedte=40, naam="titel")
    yield _OP
    yield Invulveld(
        "Toestand",
        "keuze",
        f"Hoe het ervoor staat: {opsomming(TOESTANDEN)}.",
        leeg="niets",
        breedte=17,
        keuzes=keuzes,
        meervoud="Toestanden",
        naam="toestand",
    )
    yield _tekst("Klaar op", "Op welke dag het klaar moet zijn.", "klaar_op", 12, "datum")
    yield _tekst("Volgende stap", "Wat er nu als eerste gebeurt.", "volgende_stap", 40)
    if profiel.regio.leden:
        vraag = f"Welke {lid.een} dit doet: de naam of de code."
        yield _tekst(lid.kop, vraag, "gemeente", 19, "gemeente")
    vraag = "In welke functie, zoals beleidsadviseur. Geen naam van een persoon."
    yield _tekst("Functie", vraag, "functie", 24)
    yield _tekst("Toelichting", "Wat er verder over te zeggen is.", "toelichting", 40)
    yield _tekst("Bron", "Waar dit staat, zoals het verslag van een overleg.", "bron", 30)


def _actievelden(profiel: Profiel) -> Iterator[Invulveld]:
    yield _onderwerp(profiel)
    yield _OP._replace(vraag="De dag van de rij op het blad Stand waar deze actie bij hoort.")
    yield _tekst("Wat", "Wat er moet gebeuren.", "wat", 40)._replace(leeg="verplicht")
    yield _tekst("Wie", "Welk gremium dit doet: de naam of de code.", "gremium", 26)
    yield _tekst("Vóór", "Vóór welke dag.", "voor", 12, "datum")


def _tekst(kop: str, vraag: str, naam: str, breedte: int, soort: Any = "tekstregel") -> Invulveld:
    return Invulveld(kop, soort, vraag, leeg="niets", breedte=breedte, naam=naam)


def standbladen(
    profiel: Profiel, onderwerpen: Sequence[tuple[str, str]], titel: str, op: date
) -> tuple[Sjabloonblad, ...]:
    """The sheets that an officer fills in.

    Args:
        onderwerpen: code and title of what was adopted, in the order of the agenda.
        titel: what stands above the first sheet.
        op: a day that may stand as an example.
    """
    woord = profiel.woorden.onderwerp
    uitleg = (
        f"Elk vastgesteld {woord.een} staat er één keer. Vul een dag en een toestand in als er"
        " iets te melden is.\nVerandert er later iets? Zet er een rij onder, met dezelfde code"
        " en de nieuwe dag. Verander oude rijen niet: zo blijft te zien hoe het liep."
    )
    acties = (
        "Eén rij per actie. De code en de dag zijn die van een rij op het blad Stand. Bij een"
        " nieuwe rij daar horen ook de acties die nog open staan."
    )
    return (
        Sjabloonblad(
            _STAND,
            titel,
            uitleg,
            tuple(_kolommen(standtabel(profiel), profiel, onderwerpen, op)),
            tuple(onderwerpen),
        ),
        Sjabloonblad(
            _ACTIES,
            "Wat er moet gebeuren, door wie, en vóór welke dag",
            acties,
            tuple(_kolommen(actietabel(profiel), profiel, onderwerpen, op)),
        ),
    )


def _kolommen(
    vorm: Tabelvorm, profiel: Profiel, onderwerpen: Sequence[tuple[str, str]], op: date
) -> Iterator[Sjabloonkolom]:
    leden = tuple(lid.naam for lid in profiel.regio.leden)
    gremia = tuple(gremium.naam for gremium in profiel.gremia)
    keuzes = {
        "toestand": ("Toestanden", tuple(TOESTANDEN)),
        "gemeente": ("Leden", leden),
        "gremium": ("Gremia", gremia),
        "onderwerp": ("Vastgesteld", tuple(code for code, _ in onderwerpen)),
    }
    voorbeelden = {"toestand": "loopt", "gemeente": next(iter(leden), "")}
    voorbeelden |= {"gremium": next(iter(gremia), ""), "functie": "beleidsadviseur"}
    namen = tuple((code, namen[0]) for code, namen in NAMEN.items())
    for kolom in vorm.kolommen:
        veld = kolom.veld
        voorbeeld: str | date = op if veld.soort == "datum" else voorbeelden.get(veld.naam, "")
        lijst = keuzes.get(veld.naam)
        yield Sjabloonkolom(
            kop=kolom.kop,
            uitleg=veld.vraag,
            leeg="verplicht"
            if veld.leeg == "verplicht"
            else _BIJ_RIJ
            if veld.naam in ("op", "toestand")
            else _MAG_LEEG,
            voorbeeld=voorbeeld,
            breedte=veld.breedte,
            hulp=veld.naam in ("op", "toestand"),
            keuzes=lijst if lijst and lijst[1] else None,
            codes=Codelijst("Toestanden", ("Code", "Naam"), namen)
            if veld.naam == "toestand"
            else None,
        )


def lees_standblad(pad: Path, profiel: Profiel, meldingen: list[Melding]) -> Gelezen | None:
    """What the workbook says, in the shape of `stand.yaml`; None when it cannot be read."""
    try:
        stand, acties = lees_excel(
            pad, pad.name, (standtabel(profiel), actietabel(profiel)), meldingen
        )
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None
    if stand is None:
        return None
    rijen = stand.waarde["stand"]
    for nummer, rij in enumerate(rijen):
        rij.pop("titel", None)
        _verhuis(stand, rij, ("stand", nummer))
    # Who filled in nothing but what stood there already has nothing to say of that topic.
    leeg = {nummer for nummer, rij in enumerate(rijen) if {*rij} <= {"onderwerp"}}
    _zet_acties(stand, acties, meldingen)
    _laat_weg(stand, leeg)
    return stand


def _verhuis(gelezen: Gelezen, rij: dict[str, Any], pad: Pad) -> None:
    """Municipality and function stand together under who does it."""
    wie = {naam: rij.pop(naam) for naam in _WIE if rij.get(naam) is not None}
    for naam in wie:
        oud, nieuw = (*pad, naam), (*pad, "wie", naam)
        gelezen.plekken[nieuw] = gelezen.plek(oud)
        if oud in gelezen.rauw:
            gelezen.rauw[nieuw] = gelezen.rauw[oud]
    for naam in _WIE:
        rij.pop(naam, None)
    if wie:
        rij["wie"] = wie


def _zet_acties(stand: Gelezen, acties: Gelezen | None, meldingen: list[Melding]) -> None:
    """Put every action in the row that it belongs to; told where there is no such row."""
    if acties is None:
        return
    rijen = stand.waarde["stand"]
    nummers = {(rij.get("onderwerp"), rij.get("op")): n for n, rij in enumerate(rijen)}
    waarheen: dict[int, Pad] = {}
    for volgnummer, actie in enumerate(acties.waarde["acties"]):
        code, dag = actie.pop("onderwerp", None), actie.pop("op", None)
        nummer = nummers.get((code, dag)) if dag is not None else None
        if nummer is None:
            plek = acties.plek(("acties", volgnummer, "op"))
            gevonden = f"een actie van {toon(code)} op {toon(dag) if dag else 'geen dag'}"
            verwacht = "de code en de dag van een rij op het blad Stand"
            meldingen.append(Melding(plek, _ACTIES, gevonden, verwacht))
            continue
        lijst = rijen[nummer].setdefault("acties", [])
        waarheen[volgnummer] = ("stand", nummer, "acties", len(lijst))
        lijst.append(actie)
    _neem_over(acties.plekken, stand.plekken, waarheen)
    _neem_over(acties.rauw, stand.rauw, waarheen)


def _neem_over(van: dict[Pad, T], naar: dict[Pad, T], waarheen: Mapping[int, Pad]) -> None:
    for pad, waarde in van.items():
        if len(pad) > 1 and isinstance(pad[1], int) and pad[1] in waarheen:
            naar[(*waarheen[pad[1]], *pad[2:])] = waarde


def _laat_weg(gelezen: Gelezen, weg: Collection[int]) -> None:
    """Leave out rows, and keep the places of the others."""
    rijen = gelezen.waarde["stand"]
    blijft = [nummer for nummer in range(len(rijen)) if nummer not in weg]
    gelezen.waarde["stand"] = [rijen[nummer] for nummer in blijft]
    nieuw = dict(zip(blijft, range(len(blijft)), strict=True))
    _hernummer(gelezen.plekken, nieuw)
    _hernummer(gelezen.rauw, nieuw)


def _hernummer(op_pad: dict[Pad, T], nieuw: Mapping[int, int]) -> None:
    verplaatst = {
        (pad[0], nieuw[pad[1]], *pad[2:]): waarde
        for pad, waarde in op_pad.items()
        if len(pad) > 1 and isinstance(pad[1], int) and pad[1] in nieuw
    }
    op_pad.clear()
    op_pad.update(verplaatst)
