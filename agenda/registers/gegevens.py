"""What only the region can say of itself: for the archive, the Algoritmeregister and the Woo."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from regels.lezen.model import model
from regels.lezen.vorm import weiger
from regels.model import Tekst, Tekstregel

CATEGORIEEN = {
    "Wetten en algemeen verbindende voorschriften": "c_139c6280",
    "Overige besluiten van algemene strekking": "c_aab6bfc7",
    "Ontwerpen van wet- en regelgeving met adviesaanvraag": "c_759721e2",
    "Organisatie en werkwijze": "c_40a05794",
    "Bereikbaarheidsgegevens": "c_89ee6784",
    "Bij vertegenwoordigende organen ingekomen stukken": "c_8c840238",
    "Vergaderstukken Staten-Generaal": "c_c76862ab",
    "Vergaderstukken decentrale overheden": "c_db4862c3",
    "Agenda's en besluitenlijsten bestuurscolleges": "c_3a248e3a",
    "Adviezen": "c_99a836c7",
    "Convenanten": "c_8fc2335c",
    "Jaarplannen en jaarverslagen": "c_c6cd1213",
    "Subsidieverplichtingen anders dan met beschikking": "c_cf268088",
    "Woo-verzoeken en -besluiten": "c_3baef532",
    "Onderzoeksrapporten": "c_fdaee95e",
    "Beschikkingen": "c_46a81018",
    "Klachtoordelen": "c_a870c43d",
}
"""The information categories of Woo article 3.3 → their code in the TOOI list."""

_CONTACT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|https://[^\s<>]+")
_DUUR = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?")
_TOOI_ADRES = re.compile(
    r"https://identifier\.overheid\.nl/tooi/id/(?:gemeente/gm[0-9]{4}|(?!gemeente/)[a-z]+/[a-z0-9]+)"
)

EEN_TOOI_ADRES = "een adres zoals https://identifier.overheid.nl/tooi/id/gemeente/gm0000"


def _eis_contact(tekst: str) -> str:
    if not _CONTACT.fullmatch(tekst):
        raise weiger("een algemeen e-mailadres, of een adres dat begint met https://")
    return tekst


def _eis_categorie(tekst: str) -> str:
    if tekst not in CATEGORIEEN:
        raise weiger("een informatiecategorie van artikel 3.3 van de Woo", CATEGORIEEN)
    return tekst


def _eis_duur(tekst: str) -> str:
    if not _DUUR.fullmatch(tekst):
        raise weiger("een termijn zoals P10Y (10 jaar)")
    return tekst


def _eis_tooi(tekst: str) -> str:
    if not _TOOI_ADRES.fullmatch(tekst):
        raise weiger(EEN_TOOI_ADRES)
    return tekst


def _hoogstens(aantal: int) -> AfterValidator:
    """A text that is filled in, of at most so many characters; longer ones are never cut."""

    def eis(tekst: str) -> str:
        if not 1 <= len(tekst) <= aantal:
            raise weiger(f"tekst van 1 tot {aantal} tekens (hier {len(tekst)})")
        return tekst

    return AfterValidator(eis)


KorteTekst = Annotated[Tekstregel, _hoogstens(100)]
LangeTekst = Annotated[Tekst, _hoogstens(2_500)]


@model
class Algoritmeregister:
    """A record of the Algoritmeregister, standard 1.0; the lengths are those of the standard."""

    naam: KorteTekst | None = None
    korte_omschrijving: Annotated[Tekst, _hoogstens(350)] | None = None
    organisatie: KorteTekst | None = None
    status: (
        Annotated[
            Literal["In ontwikkeling", "In gebruik", "Buiten gebruik"],
            Field(description="In ontwikkeling, In gebruik of Buiten gebruik"),
        ]
        | None
    ) = None
    contact: (
        Annotated[
            Tekstregel,
            Field(description="een algemeen e-mailadres, of een adres dat begint met https://"),
            AfterValidator(_eis_contact),
        ]
        | None
    ) = None
    publicatiecategorie: (
        Annotated[
            Literal["Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"],
            Field(
                description="Hoog-risico AI-systeem, Impactvolle algoritmes of Overige algoritmes"
            ),
        ]
        | None
    ) = None
    doel: LangeTekst | None = None
    afwegingen: LangeTekst | None = None
    menselijke_tussenkomst: LangeTekst | None = None
    risicobeheer: LangeTekst | None = None
    wettelijke_basis: LangeTekst | None = None
    gegevens: LangeTekst | None = None
    technische_werking: Annotated[Tekst, _hoogstens(5_000)] | None = None
    leverancier: Annotated[Tekstregel, _hoogstens(200)] | None = None


@model
class Begrip:
    """A term out of a list of terms, as MDTO wants it."""

    label: Tekstregel
    begrippenlijst: Tekstregel
    code: Tekstregel | None = None


@model
class Archiefvormer:
    """Who made the decision a record; with an identifier when there is one."""

    naam: Tekstregel
    kenmerk: Tekstregel | None = None
    kenmerk_bron: Tekstregel | None = None


@model
class Archief:
    """What the archive must know (MDTO) and the program cannot decide."""

    archiefvormer: Archiefvormer | None = None
    waardering: Begrip | None = None
    beperking_gebruik: Begrip | None = None
    informatiecategorie: Begrip | None = None
    bewaartermijn: Annotated[Tekstregel, AfterValidator(_eis_duur)] | None = None


@model
class Woo:
    """What publication under the Woo asks for (DiWoo metadata)."""

    publicist: Tekstregel | None = None
    publicist_tooi: Annotated[Tekstregel, AfterValidator(_eis_tooi)] | None = None
    informatiecategorie: Annotated[Tekstregel, AfterValidator(_eis_categorie)] | None = None


@model
class Register:
    """Everything in register.yaml; what is not filled in is None."""

    algoritmeregister: Algoritmeregister = Algoritmeregister()
    archief: Archief = Archief()
    woo: Woo = Woo()
