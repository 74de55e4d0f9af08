"""Write an agenda in every form that leaves the house: one agenda, one order, the same numbers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from agenda.jaar.begroten import te_verdelen
from agenda.registers import algoritmeregister, diwoo
from agenda.registers.lezen import REGISTERBESTAND
from agenda.stuk.evaluatie import evaluatiestuk
from agenda.stuk.opstellen import OPLEGGER, stel_deel_op, stel_stuk_op
from agenda.stuk.vormen.excel.werkboek import werkboek
from agenda.stuk.vormen.mail import stuk_mail
from agenda.stuk.vormen.md import stuk_md
from agenda.stuk.vormen.pagina.pagina import maak_blad, maak_pagina
from agenda.stuk.vormen.pdf.pdf import stuk_pdf
from agenda.stuk.vormen.word.word import docx_van
from agenda.weergave.jaar.begroting import begroting_json
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.uitleg.data import onderwerp_json
from agenda.weergave.vormen import csv_tekst, json_regels, json_tekst
from agenda.weergave.woorden import als_bestandsnaam
from regels.melding import Invoerfout, Melding, Plek
from regels.volger import stil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from agenda.registers.lezen import GelezenRegister
    from agenda.stuk.blokken import Stuk
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from regels.volger import Volger

    Stukmaker = Callable[[], Stuk]
    """Draws up the document when a form asks for it; a list alone needs none, nor numpy."""


def _md(_: Jaaragenda, stuk: Stukmaker) -> bytes:
    return stuk_md(stuk()).encode()


def _html(agenda: Jaaragenda, stuk: Stukmaker) -> bytes:
    return maak_pagina(agenda, stuk()).encode()


def _json(agenda: Jaaragenda, _: Stukmaker) -> bytes:
    """What `agenda prioriteer` gives, and the explanation of every topic in the same order.

    Many topics go along the same bodies: each route stands in `routes` once, and a topic has its
    position there.
    """
    routes: list[dict[str, Any]] = []

    def uitleg(code: str) -> dict[str, Any]:
        alles = onderwerp_json(agenda, code)
        if alles["route"] not in routes:
            routes.append(alles["route"])
        return {**alles, "route": routes.index(alles["route"])}

    begroting = te_verdelen(agenda)
    geld = begroting_json(begroting, agenda.ranglijst.profiel) if begroting else None
    inhoud = {
        **toon_ranglijst(agenda).json(),
        **({"begroting": geld} if geld else {}),
        "uitleg": (uitleg(beoordeeld.code) for beoordeeld in agenda.alle),
        "routes": routes,  # after the explanations, that fill it
    }
    return json_regels(inhoud).encode()


def _csv(agenda: Jaaragenda, _: Stukmaker) -> bytes:
    return csv_tekst(toon_ranglijst(agenda).csv()).encode()


def _xlsx(agenda: Jaaragenda, _: Stukmaker) -> bytes:
    return werkboek(agenda)


def _pdf(agenda: Jaaragenda, stuk: Stukmaker) -> bytes:
    return stuk_pdf(stuk(), agenda.ranglijst.dossier.instellingen.peildatum)


def _docx(agenda: Jaaragenda, stuk: Stukmaker) -> bytes:
    return docx_van(stuk(), agenda.ranglijst)


VORMEN: Mapping[str, Callable[[Jaaragenda, Stukmaker], bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "html": _html,
    "csv": _csv,
    "json": _json,
    "md": _md,
}
"""Every form by its name, which is also the extension of its file."""


def _blad(_: Jaaragenda, stuk: Stukmaker) -> bytes:
    return maak_blad(stuk()).encode()


def _mail(_: Jaaragenda, stuk: Stukmaker) -> bytes:
    return stuk_mail(stuk()).encode()


MAIL = "mail"
"""The memo as plain text: only on request, because nobody keeps a mail in a folder."""

DEELVORMEN: Mapping[str, Callable[[Jaaragenda, Stukmaker], bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _blad,
    "md": _md,
    MAIL: _mail,
}
"""The forms in which a part of the document can be made alone; the last one only of the memo."""


_ALGORITMEREGISTER = "algoritmeregister.json"
_DIWOO = "diwoo.xml"


def _algoritmeregister(_: Jaaragenda, register: GelezenRegister) -> tuple[str, bytes]:
    register.eis("algoritmeregister", algoritmeregister.VERPLICHT)
    gegevens = algoritmeregister.algoritmeregister_json(register.register.algoritmeregister)
    return _ALGORITMEREGISTER, json_tekst(gegevens).encode()


def _woo(agenda: Jaaragenda, register: GelezenRegister) -> tuple[str, bytes]:
    if agenda.besluit is None:
        verwacht = "een besluit: de gegevens voor de Woo noemen de dag waarop is vastgesteld"
        hulp = "doe eerst: agenda vaststellen"
        raise Invoerfout([Melding(Plek(REGISTERBESTAND), "woo", "een dossier", verwacht, hulp)])
    register.eis("woo", diwoo.VERPLICHT)
    inhoud = diwoo.diwoo_xml(agenda.ranglijst, agenda.besluit, register.register.woo)
    return bestandsnaam(agenda, _DIWOO), inhoud


REGISTERS: Mapping[str, Callable[[Jaaragenda, GelezenRegister], tuple[str, bytes]]] = {
    "algoritmeregister": _algoritmeregister,
    "woo": _woo,
}
"""What goes to a register: only on request, because the region must fill in register.yaml."""


EVALUATIE = "evaluatie"
"""The evaluation of the year: only on request, and only of what was adopted."""


def maak_evaluatie(agenda: GevolgdeAgenda) -> dict[str, bytes]:
    """The evaluation as a Word document, in which a person writes further; by its name."""
    naam = _deelnaam(agenda, EVALUATIE, "docx")
    return {naam: docx_van(evaluatiestuk(agenda), agenda.ranglijst)}


def bestandsnaam(agenda: Jaaragenda, vorm: str) -> str:
    """The name of the file in one form: «strategische-agenda-2027.docx»."""
    lijst = agenda.ranglijst
    naam = als_bestandsnaam(lijst.profiel.woorden.agenda.een)
    return f"{naam}-{lijst.dossier.instellingen.jaar}.{vorm}"


def _deelnaam(agenda: Jaaragenda, deel: str, vorm: str) -> str:
    """The name of the file with a part alone: «strategische-agenda-2027-oplegger.docx»."""
    stam, _, uitgang = bestandsnaam(agenda, "txt" if vorm == MAIL else vorm).rpartition(".")
    return f"{stam}-{deel}.{uitgang}"


def bestandsnamen(agenda: Jaaragenda) -> dict[str, str]:
    """Every form → the name of its file."""
    return {
        **{vorm: bestandsnaam(agenda, vorm) for vorm in VORMEN},
        MAIL: _deelnaam(agenda, OPLEGGER, MAIL),
        "algoritmeregister": _ALGORITMEREGISTER,
        "woo": bestandsnaam(agenda, _DIWOO),
    }


def maak_bestanden(
    agenda: Jaaragenda,
    vormen: Sequence[str],
    volg: Volger = stil,
    register: GelezenRegister | None = None,
) -> dict[str, bytes]:
    """The content of every file by its name; nothing is written yet.

    Args:
        agenda: the agenda.
        vormen: names out of `VORMEN`, `MAIL` and `REGISTERS`.
        volg: shows progress.
        register: what the region says of itself; without it nothing for a register is made.

    Raises:
        Invoerfout: the region has not filled in what a register demands.
    """
    bestanden = _voor_registers(agenda, vormen, register) if register else {}
    gewoon = [vorm for vorm in vormen if vorm in VORMEN]
    if gewoon:
        stuk = cache(lambda: stel_stuk_op(agenda, volg))
        for vorm in volg(gewoon, "Bestanden maken", len(gewoon), str):
            bestanden[bestandsnaam(agenda, vorm)] = VORMEN[vorm](agenda, stuk)
    if MAIL in vormen:
        bestanden |= maak_deel(agenda, OPLEGGER, (MAIL,))
    return bestanden


def maak_deel(agenda: Jaaragenda, deel: str, vormen: Iterable[str]) -> dict[str, bytes]:
    """The content of every file with one part of the document alone, by its name.

    Args:
        agenda: the agenda.
        deel: `OPLEGGER`, or the code of a chapter.
        vormen: names out of `DEELVORMEN`.

    Raises:
        OnbekendDeel: the document of this agenda has no such part.
    """
    stuk = stel_deel_op(agenda, deel)
    return {
        _deelnaam(agenda, deel, vorm): DEELVORMEN[vorm](agenda, lambda: stuk) for vorm in vormen
    }


def _voor_registers(
    agenda: Jaaragenda, vormen: Sequence[str], register: GelezenRegister
) -> dict[str, bytes]:
    bestanden: dict[str, bytes] = {}
    meldingen: list[Melding] = []
    for vorm in vormen:
        if vorm in REGISTERS:
            try:
                naam, inhoud = REGISTERS[vorm](agenda, register)
            except Invoerfout as fout:
                meldingen.extend(fout.meldingen)
            else:
                bestanden[naam] = inhoud
    if meldingen:
        raise Invoerfout(meldingen)
    return bestanden
