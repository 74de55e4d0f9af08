"""What every classification and check comes to in one dossier, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.indeling.tabellen import indeling_tabellen
from agenda.weergave.indeling.woorden import (
    grond_zin,
    leden_json,
    uitkomst_tekst,
    uitkomsten_json,
)
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.indeling.indelingen import Controle
    from agenda.indeling.overzicht import Overzicht
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.ingedeeld import Ingedeeld


def toon_indeling(agenda: Jaaragenda) -> Weergave:
    """All outcomes: tables that stay readable for people, everything for programs."""
    return in_tabellen(
        json=lambda: _json(agenda),
        tabellen=lambda: indeling_tabellen(agenda),
        csv=lambda: _plat(agenda),
    )


def _json(agenda: Jaaragenda) -> dict[str, Any]:
    overzicht, velden = agenda.overzicht, agenda.ranglijst.velden
    kop = kop_json(agenda.ranglijst, "agenda/indeling/1")
    # What is classified over the year stands under `jaar`; which year it is under `agendajaar`.
    agendajaar = {"agendajaar": kop.pop("jaar")}
    return {
        **kop,
        **agendajaar,
        "onderwerpen": [
            {
                "code": onderwerp.code,
                "titel": onderwerp.titel,
                "thema": onderwerp.thema,
                **uitkomsten_json(uitkomsten),
                "waarom": {deel.indeling.code: grond_zin(deel, velden) for deel in uitkomsten},
                "leden": leden_json(leden),
            }
            for onderwerp, uitkomsten, leden in overzicht.onderwerpen
        ],
        "jaar": uitkomsten_json(overzicht.jaar),
        "leden": leden_json(overzicht.leden),
        "controles": [_controle_json(controle) for controle in overzicht.controles],
        "herkomst": herkomst_json(agenda.ranglijst),
    }


def _controle_json(controle: Controle) -> dict[str, Any]:
    onderwerp, lid = controle.over
    return {
        "regel": controle.regel.code,
        "titel": controle.regel.titel,
        "onderwerp": onderwerp.code if onderwerp else None,
        "lid": lid.code if lid else None,
        "uitkomst": controle.oordeel.uitkomst,
        "zin": controle.zin,
        "voorwaarden": [
            {
                "veld": voorwaarde.veld,
                "gevonden": "onbekend" if gevonden is None else gevonden,
                "verwacht": voorwaarde.verwacht,
                "uitkomst": uitkomst,
            }
            for voorwaarde, gevonden, uitkomst in controle.oordeel.toetsen
        ],
    }


def _plat(agenda: Jaaragenda) -> Tabel:
    """A row per subject and classification, then a row per check."""
    lid = agenda.ranglijst.profiel.woorden.lid.een
    wie = ("Over", "Code", "Titel", f"Code {lid}", f"Naam {lid}")
    wat = ("Indeling", "Vraag", "Uitkomst", "Mogelijk", "In woorden", "Waarom")
    return Tabel("Indeling", (*wie, *wat), tuple(_rijen(agenda)))


def _rijen(agenda: Jaaragenda) -> Iterator[tuple[str, ...]]:
    velden = agenda.ranglijst.velden
    for deel, onderwerp, lid in _alle(agenda.overzicht):
        indeling = deel.indeling
        wat = (indeling.code, indeling.naam, deel.uitkomst, "; ".join(deel.mogelijk))
        woorden = (uitkomst_tekst(deel), grond_zin(deel, velden))
        yield (indeling.over, *_wie(onderwerp, lid), *wat, *woorden)
    for controle in agenda.overzicht.controles:
        regel, uitkomst = controle.regel, controle.oordeel.uitkomst
        yield (
            *("controle", *_wie(*controle.over), regel.code, regel.titel),
            *(uitkomst, "", controle.zin, ""),
        )


def _alle(overzicht: Overzicht) -> Iterator[tuple[Ingedeeld, Onderwerp | None, Lid | None]]:
    """Every outcome, with what it is about: neither a topic nor a member is the year."""
    for onderwerp, uitkomsten, leden in overzicht.onderwerpen:
        yield from ((deel, onderwerp, None) for deel in uitkomsten)
        yield from ((deel, onderwerp, lid) for lid, samen in leden for deel in samen)
    yield from ((deel, None, lid) for lid, samen in overzicht.leden for deel in samen)
    yield from ((deel, None, None) for deel in overzicht.jaar)


def _wie(onderwerp: Onderwerp | None, lid: Lid | None) -> tuple[str, str, str, str]:
    van_onderwerp = (onderwerp.code, onderwerp.titel) if onderwerp else ("", "")
    return (*van_onderwerp, *((lid.code, lid.naam) if lid else ("", "")))
