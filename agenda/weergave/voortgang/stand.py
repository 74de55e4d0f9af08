"""The progress of an adopted agenda as tables, as rows and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import dag
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.voortgang.bekrachtiging import bekrachtiging_json
from agenda.weergave.voortgang.besluit import bekrachtiging_antwoord, besluittabellen
from agenda.weergave.voortgang.naoordeel import oordeel_json
from agenda.weergave.voortgang.plaat import teken_stand
from agenda.weergave.voortgang.woorden import (
    antwoord,
    gremium_tekst,
    hiaat_zin,
    met_toestand,
    titel_van,
    toestand_cel,
    wat_mist,
    wie_tekst,
)
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import hoogstens, hoogstens_tekst, plaats_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.voortgang.stand import Hiaat, Onderwerpstand, Stand
    from agenda.voortgang.standfeit import Actie

_LAATST = "9999-12-31"


def toon_stand(agenda: GevolgdeAgenda) -> Weergave:
    """The progress in every form."""
    stand = agenda.stand
    return in_tabellen(
        json=lambda: stand_json(agenda),
        tabellen=lambda: (*standtabellen(stand), *besluittabellen(agenda)),
        csv=lambda: stand_plat(stand),
        antwoord=lambda: " ".join((antwoord(stand), *bekrachtiging_antwoord(agenda))),
        anders={"svg": lambda: teken_stand(stand)},
    )


def standtabellen(stand: Stand) -> Iterator[Tabel]:
    """A table of topics, then of what is missing, what is to be done, what waits and proposals."""
    yield onderwerpen_tabel(stand)
    if stand.hiaten:
        yield hiaten_tabel(stand)
    if any(o.acties for o in stand.onderwerpen):
        yield acties_tabel(stand)
    if any(o.wachtend for o in stand.onderwerpen):
        yield wachtend_tabel(stand)
    if stand.voorstellen:
        yield voorstellen_tabel(stand)


def onderwerpen_tabel(stand: Stand) -> Tabel:
    """A row per adopted topic, in the order that was decided."""
    kop = stand.profiel.woorden.onderwerp.kop
    koppen = ("Plaats", kop, "Toestand", "Sinds", "Klaar op", "Volgende stap", "Wie")
    rijen = tuple(
        (
            plaats_tekst(o.vastgesteld),
            o.titel,
            toestand_cel(o),
            dag(o.sinds),
            _dag(o.klaar_op),
            (o.feit and o.feit.volgende_stap) or "",
            wie_tekst(o.feit.wie if o.feit else None, stand.profiel),
        )
        for o in stand.onderwerpen
    )
    tabel = Tabel(titel_van(stand), koppen, rijen, rekbaar=(1, 2, 3, 4, 5, 6))
    return tabel if stand.agenda.ranglijst.rangschikt else tabel.zonder("Plaats")


def korte_tabel(stand: Stand) -> Tabel:
    """The same for paper: what happens next and who does it stand below the title."""
    kop = stand.profiel.woorden.onderwerp.kop
    rijen = tuple(
        (
            plaats_tekst(o.vastgesteld),
            "\n".join([o.titel, *_verder(o, stand)]),
            f"{toestand_cel(o)}\nsinds {dag(o.sinds)}" if o.feit else toestand_cel(o),
            _dag(o.klaar_op),
        )
        for o in stand.onderwerpen
    )
    tabel = Tabel(titel_van(stand), ("Plaats", kop, "Toestand", "Klaar op"), rijen, rekbaar=(1,))
    return tabel if stand.agenda.ranglijst.rangschikt else tabel.zonder("Plaats")


def _verder(onderwerp: Onderwerpstand, stand: Stand) -> Iterator[str]:
    feit = onderwerp.feit
    if feit and feit.volgende_stap:
        yield f"Volgende stap: {feit.volgende_stap}"
    if feit and (wie := wie_tekst(feit.wie, stand.profiel)):
        yield f"Wie: {wie}"
    if feit and feit.toelichting:
        yield " ".join(feit.toelichting.split("\n"))


def hiaten_tabel(stand: Stand) -> Tabel:
    """A row for each thing that is missing, with the topics where it is."""
    per_zin: dict[str, list[str]] = {}
    for hiaat in stand.hiaten:
        per_zin.setdefault(hiaat_zin(hiaat, stand), []).append(hiaat.onderwerp.titel)
    rijen = tuple((zin, hoogstens_tekst(titels)) for zin, titels in per_zin.items())
    koppen = ("Wat", stand.profiel.woorden.onderwerp.koppen)
    return Tabel("Wat ontbreekt", koppen, rijen, rekbaar=(0, 1))


def hiaten_plat(stand: Stand) -> Tabel:
    """One flat table: a row for each thing that is missing at a topic."""
    rijen = tuple((h.onderwerp.code, h.onderwerp.titel, hiaat_zin(h, stand)) for h in stand.hiaten)
    return Tabel("Wat ontbreekt", ("Code", "Titel", "Wat ontbreekt"), rijen)


def acties_tabel(stand: Stand) -> Tabel:
    """A row for each action, the first day first; those without a day come last."""
    koppen = ("Vóór", "Wat", "Wie", stand.profiel.woorden.onderwerp.kop)
    rijen = tuple(
        (_dag(actie.voor), actie.wat, gremium_tekst(actie, stand.profiel), onderwerp.titel)
        for onderwerp, actie in acties_op_dag(stand)
    )
    return Tabel("Wat er moet gebeuren", koppen, rijen, rekbaar=(0, 1, 2, 3))


def acties_op_dag(stand: Stand) -> list[tuple[Onderwerpstand, Actie]]:
    """Every action with its topic, the first day first; those without a day come last."""
    alle = [(onderwerp, actie) for onderwerp in stand.onderwerpen for actie in onderwerp.acties]
    return sorted(alle, key=lambda paar: paar[1].voor.isoformat() if paar[1].voor else _LAATST)


def wachtend_tabel(stand: Stand) -> Tabel:
    """What waits for a topic that is not done."""
    kop = stand.profiel.woorden.onderwerp.kop
    rijen = tuple(
        (o.titel, toestand_cel(o), opsomming(hoogstens(_titels(stand, o.wachtend)), "en"))
        for o in stand.onderwerpen
        if o.wachtend and o.toestand != "klaar"
    )
    return Tabel("Wat wacht", (kop, "Toestand", "Hierop wacht"), rijen, rekbaar=(0, 1, 2))


def voorstellen_tabel(stand: Stand) -> Tabel:
    """Which proposals come further, and through which topics."""
    woord, onderwerp = stand.profiel.woorden.voorstel, stand.profiel.woorden.onderwerp
    rijen = tuple(
        (
            deel.voorstel.nummer,
            deel.voorstel.titel,
            "ja" if deel.vooruit else "nee",
            "; ".join(hoogstens([*map(met_toestand, deel.onderwerpen)])),
        )
        for deel in stand.voorstellen
    )
    titel = f"Welke {woord.meer} komen vooruit"
    noot = (
        f"Een {woord.een} komt vooruit als een {onderwerp.een} dat eraan bijdraagt loopt of klaar"
        " is."
    )
    koppen = ("Nr.", woord.kop, "Vooruit", onderwerp.koppen)
    return Tabel(titel, koppen, rijen, (noot,), rekbaar=(1, 3), rechts=(0,))


def _titels(stand: Stand, codes: tuple[str, ...]) -> list[str]:
    return [f"«{stand.op_code[code].titel}»" for code in codes]


def _dag(datum: date | None) -> str:
    return dag(datum) if datum else ""


def _iso(datum: date | None) -> str | None:
    return datum.isoformat() if datum else None


def stand_plat(stand: Stand) -> Tabel:
    """One flat table: a row per topic."""
    lid = stand.profiel.woorden.lid
    koppen = (
        *("Plaats", "Code", "Titel", "Toestand", "Sinds", "Klaar op", "Te laat", "Volgende stap"),
        *(lid.kop, f"Code {lid.een}", "Functie", "Wat ontbreekt", "Toelichting", "Bron"),
    )
    rijen = tuple(_platte_rij(stand, onderwerp) for onderwerp in stand.onderwerpen)
    return Tabel(titel_van(stand), koppen, rijen)


def _platte_rij(stand: Stand, onderwerp: Onderwerpstand) -> tuple[str | int, ...]:
    feit = onderwerp.feit
    wie = feit.wie if feit else None
    lid = stand.profiel.lid.get(wie.gemeente) if wie and wie.gemeente else None
    plaats = onderwerp.vastgesteld.plaats
    return (
        "" if plaats is None else plaats,
        onderwerp.code,
        onderwerp.titel,
        onderwerp.toestand,
        onderwerp.sinds.isoformat(),
        _iso(onderwerp.klaar_op) or "",
        "ja" if onderwerp.te_laat else "nee",
        (feit and feit.volgende_stap) or "",
        lid.naam if lid else "",
        lid.code if lid else "",
        (wie and wie.functie) or "",
        "; ".join(wat_mist(onderwerp, stand)),
        feit.toelichting if feit else "",
        feit.bron if feit else "",
    )


def stand_json(agenda: GevolgdeAgenda) -> dict[str, Any]:
    """The progress as data."""
    ranglijst, stand = agenda.ranglijst, agenda.stand
    oordeel = agenda.besluitoordeel
    return {
        **kop_json(ranglijst, "agenda/stand/1"),
        "op": stand.op.isoformat(),
        "besluit": {"door": stand.besluit.door, "datum": stand.besluit.datum.isoformat()},
        "onderwerpen": [_onderwerp_json(o) for o in stand.onderwerpen],
        "bekrachtiging": bekrachtiging_json(agenda.per_lid),
        "besluitoordeel": oordeel_json(oordeel, ranglijst) if oordeel else None,
        "hiaten": [_hiaat_json(hiaat, stand) for hiaat in stand.hiaten],
        "voorstellen": [
            {
                "nummer": deel.voorstel.nummer,
                "vooruit": deel.vooruit,
                "onderwerpen": [o.code for o in deel.onderwerpen],
            }
            for deel in stand.voorstellen
        ],
        "herkomst": herkomst_json(ranglijst),
    }


def _onderwerp_json(onderwerp: Onderwerpstand) -> dict[str, Any]:
    feit = onderwerp.feit
    wie = feit.wie if feit else None
    return {
        "code": onderwerp.code,
        "titel": onderwerp.titel,
        "plaats": onderwerp.vastgesteld.plaats,
        "toestand": onderwerp.toestand,
        "sinds": onderwerp.sinds.isoformat(),
        "klaar_op": _iso(onderwerp.klaar_op),
        "te_laat": onderwerp.te_laat,
        "volgende_stap": feit.volgende_stap if feit else None,
        "wie": {"gemeente": wie.gemeente, "functie": wie.functie} if wie else None,
        "acties": [
            {"wat": actie.wat, "gremium": actie.gremium, "voor": _iso(actie.voor)}
            for actie in onderwerp.acties
        ],
        "wacht_op": [code for code, toestand in onderwerp.vereist if toestand != "klaar"],
        "wacht_hierop": list(onderwerp.wachtend),
        "gemeld_op": _iso(feit.op) if feit else None,
        "toelichting": feit.toelichting if feit else "",
        "bron": feit.bron if feit else "",
    }


def _hiaat_json(hiaat: Hiaat, stand: Stand) -> dict[str, Any]:
    return {
        "soort": hiaat.soort,
        "onderwerp": hiaat.onderwerp.code,
        "zin": hiaat_zin(hiaat, stand),
    }
