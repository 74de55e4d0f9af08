"""The cover and the page in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.ranglijst import score_tekst
from agenda.weergave.stuk.blokken import Alinea, Deel, Gegevens, Lijst
from agenda.weergave.stuk.lijsten import top
from agenda.weergave.stuk.verantwoording import verklaringen
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin

if TYPE_CHECKING:
    from agenda.jaaragenda import Jaaragenda
    from agenda.weergave.stuk.blokken import Blok


def omslag(agenda: Jaaragenda) -> tuple[Blok, ...]:
    """What it is, for whom, and what is asked of the meeting."""
    teksten, besluit = agenda.ranglijst.profiel.teksten, agenda.besluit
    gegevens = [
        ("Voor", teksten.vergadering),
        ("Peildatum", agenda.ranglijst.dossier.instellingen.peildatum.isoformat()),
        (
            "Status",
            f"vastgesteld door {besluit.door} op {besluit.datum.isoformat()}"
            if besluit
            else "voorstel, nog niet vastgesteld",
        ),
    ]
    return (
        Gegevens(tuple(gegevens)),
        Alinea("Wat wordt gevraagd?", nadruk=True),
        Lijst(teksten.gevraagd, genummerd=True),
        *verklaringen(agenda),
    )


def samenvatting(agenda: Jaaragenda) -> Deel:
    """One page: how many, the first places, and what needs attention."""
    ranglijst, samenhang = agenda.ranglijst, agenda.samenhang
    aantallen = {
        "toegelaten": len(ranglijst.toegelaten),
        "onbeslist": len(ranglijst.onbeslist),
        "niet toegelaten": len(ranglijst.niet_toegelaten),
    }
    actueel = [d for d in samenhang.dekking.values() if not d.losgelaten]
    gedekt = sum(d.beste == "toegelaten" for d in actueel)
    eerste = top(agenda)
    punten = [
        f"{sum(aantallen.values())} onderwerpen zijn beoordeeld: "
        + ", ".join(f"{aantal} {naam}" for naam, aantal in aantallen.items())
        + ".",
        f"{gedekt} van de {len(actueel)} voorstellen krijgen een toegelaten onderwerp.",
    ]
    if agenda.wijkt_af and agenda.besluit:
        aantal = len(agenda.besluit.afwijkingen)
        punten.append(
            f"Van de berekende volgorde is {aantal} keer afgeweken; de reden staat erbij."
        )
    vragen = agenda.robuustheid.vragen
    if vragen:
        titels = {regel.code: in_zin(regel.titel) for regel in ranglijst.criteria}
        punten.append(
            f"Er zijn {len(vragen)} open vragen die de eerste {agenda.top} nog kunnen veranderen,"
            f" zoals {titels.get(vragen[0].criterium, vragen[0].criterium)}"
            f" bij {vragen[0].onderwerp}."
        )
    tabel = Tabel(
        f"De eerste {agenda.top} plaatsen",
        ("Plaats", "Titel", "Score"),
        tuple(
            (
                f"{v.plaats}{' (gedeeld)' if v.gedeeld else ''}",
                v.geplaatst.onderwerp.titel,
                score_tekst(v.geplaatst.uitslag),
            )
            for v in eerste
        ),
        rekbaar=(1,),
    )
    return Deel("samenvatting", "In het kort", (Lijst(tuple(punten)), tabel), nieuwe_pagina=True)
