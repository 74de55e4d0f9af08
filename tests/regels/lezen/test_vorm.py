"""Every kind of fault that a model can find, said in Dutch with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, Field, Strict, ValidationInfo

from regels.lezen.model import model
from regels.lezen.vorm import houd_tegen, veldnaam, weiger
from regels.lezen.yaml import Gelezen, ontleed_yaml
from regels.melding import Plek
from regels.model import Code, Datum, Tekst, Tekstregel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regels.melding import Melding

TALEN = ("Nederlands", "Fries")


def _taal(waarde: str, info: ValidationInfo) -> str:
    talen = (info.context or {}).get("talen", TALEN)
    if waarde not in talen:
        raise weiger("een taal", talen)
    return waarde


@model
class Schrijver:
    naam: Tekstregel
    taal: Annotated[str, AfterValidator(_taal)] = "Fries"


@model
class Boek:
    code: Code = "boek"
    titel: Tekstregel = "Titel"
    tekst: Tekst = ""
    soort: Annotated[Literal["roman", "gedicht"], Field(description="roman of gedicht")] = "roman"
    datum: Datum = date(2020, 1, 1)
    bladzijden: Annotated[int, Strict(), Field(ge=1, le=900, description="1 tot 900")] = 1
    schrijvers: Annotated[
        tuple[Schrijver, ...], Field(min_length=1, max_length=2, description="1 of 2 schrijvers")
    ] = (Schrijver("Anoniem"),)
    uitgever: Schrijver | None = None
    prijzen: Annotated[dict[str, int], Field(description="per land een prijs")] = Field(
        default_factory=dict
    )
    zonder_uitleg: Annotated[int, Strict()] = 0
    druk: Annotated[int, Strict(), Field(description="het nummer van de druk")] | None = None
    talen: tuple[Code, ...] = ()
    prijzen_per_taal: dict[Code, int] = Field(default_factory=dict)


@model
class Verplicht:
    titel: Tekstregel
    zonder_uitleg: Annotated[int, Strict()]


def bekijk(
    tekst: str, model: type[Any] = Boek, context: Mapping[str, Any] | None = None
) -> tuple[Any, list[Melding]]:
    gelezen = ontleed_yaml(tekst, "boek.yaml")
    meldingen: list[Melding] = []
    boek = houd_tegen(model, gelezen.waarde, gelezen, (), meldingen, context)
    return boek, meldingen


def enige_melding(tekst: str, model: type[Any] = Boek) -> Melding:
    boek, meldingen = bekijk(tekst, model)
    assert boek is None
    assert len(meldingen) == 1, [str(melding) for melding in meldingen]
    return meldingen[0]


AANHALING = "zet er aanhalingstekens omheen als het tekst is"


@pytest.mark.parametrize(
    ("tekst", "veld", "gevonden", "verwacht", "suggestie"),
    [
        ("code: A!", "code", "«A!»", "2 tot 40 tekens: a-z, 0-9 en -", ""),
        ("code: 12", "code", "«12»", "2 tot 40 tekens: a-z, 0-9 en -", AANHALING),
        ("titel: no", "titel", "«no»", "1 tot 300 tekens, op één regel", AANHALING),
        ("titel: 2.50", "titel", "«2.50»", "1 tot 300 tekens, op één regel", AANHALING),
        ("titel: 2027-01-31", "titel", "«2027-01-31»", "1 tot 300 tekens, op één regel", AANHALING),
        ("titel: [a]", "titel", "een lijst", "1 tot 300 tekens, op één regel", ""),
        ('titel: ""', "titel", "niets", "1 tot 300 tekens, op één regel", ""),
        ('titel: "a\\nb"', "titel", "«a\\u000ab»", "1 tot 300 tekens, op één regel", ""),
        ("soort: romann", "soort", "«romann»", "roman of gedicht", "bedoelde u «roman»?"),
        ("soort: folder", "soort", "«folder»", "roman of gedicht", ""),
        ("soort: 5", "soort", "«5»", "roman of gedicht", ""),
        ("datum: 2027-02-30", "datum", "«2027-02-30»", "een datum zoals 2027-01-31", ""),
        ("datum: 2027", "datum", "«2027»", "een datum zoals 2027-01-31", ""),
        (
            "datum: '2027-01-31'",
            "datum",
            "«2027-01-31»",
            "een datum zoals 2027-01-31",
            "haal de aanhalingstekens weg",
        ),
        ("bladzijden: 0", "bladzijden", "«0»", "1 tot 900", ""),
        ("bladzijden: 901", "bladzijden", "«901»", "1 tot 900", ""),
        ("bladzijden: '5'", "bladzijden", "«5»", "1 tot 900", "haal de aanhalingstekens weg"),
        ("bladzijden: vijf", "bladzijden", "«vijf»", "1 tot 900", ""),
        ("bladzijden: 5.5", "bladzijden", "«5.5»", "1 tot 900", ""),
        ("bladzijden: yes", "bladzijden", "«yes»", "1 tot 900", ""),
        ("schrijvers: []", "schrijvers", "een lege lijst", "1 of 2 schrijvers", ""),
        ("schrijvers: geen", "schrijvers", "«geen»", "1 of 2 schrijvers", "schrijf [] voor geen"),
        (
            "schrijvers: Anna",
            "schrijvers",
            "«Anna»",
            "1 of 2 schrijvers",
            "zet er haken omheen: [Anna]",
        ),
        ("schrijvers: {a: b}", "schrijvers", "een groep velden", "1 of 2 schrijvers", ""),
        ("uitgever: Anna", "uitgever", "«Anna»", "een groep met de velden naam en taal", ""),
        ("uitgever: [a]", "uitgever", "een lijst", "een groep met de velden naam en taal", ""),
        (
            "uitgever: {taal: Fries}",
            "uitgever.naam",
            "niets",
            "1 tot 300 tekens, op één regel (verplicht)",
            "",
        ),
        (
            "uitgever: {naam: A, taal: Nederland}",
            "uitgever.taal",
            "«Nederland»",
            "een taal",
            "bedoelde u «Nederlands»?",
        ),
        ("druk: tweede", "druk", "«tweede»", "het nummer van de druk", ""),
        ("talen: [nl, F]", "talen.2", "«F»", "2 tot 40 tekens: a-z, 0-9 en -", ""),
        ("zonder_uitleg: a", "zonder_uitleg", "«a»", "een andere soort waarde", ""),
    ],
)
def test_fout_zegt_wat_er_staat_en_wat_er_hoort(
    tekst: str, veld: str, gevonden: str, verwacht: str, suggestie: str
) -> None:
    melding = enige_melding(tekst)

    assert melding.veld == veld
    assert (melding.gevonden, melding.verwacht) == (gevonden, verwacht)
    assert melding.suggestie == suggestie


def test_te_lange_lijst() -> None:
    melding = enige_melding("schrijvers: [{naam: A}, {naam: B}, {naam: C}]")

    assert (melding.veld, melding.verwacht) == ("schrijvers", "1 of 2 schrijvers")


@pytest.mark.parametrize(("veld", "maximum"), [("titel", 300), ("tekst", 10_000)])
def test_tekst_van_de_grootste_lengte_mag_en_langer_niet(veld: str, maximum: int) -> None:
    boek, meldingen = bekijk(f"{veld}: {'a' * maximum}")

    assert (len(getattr(boek, veld)), meldingen) == (maximum, [])
    assert enige_melding(f"{veld}: {'a' * (maximum + 1)}").veld == veld


def test_onbekend_veld_geeft_de_velden_en_een_suggestie() -> None:
    melding = enige_melding("uitgever:\n  naam: A\n  tal: Fries\n")

    assert str(melding.plek) == "boek.yaml:3:3"
    assert melding.veld == "uitgever"
    assert melding.gevonden == "onbekend veld «tal»"
    assert melding.verwacht == "een van de velden naam of taal"
    assert melding.suggestie == "bedoelde u «taal»?"


def test_ontbrekend_veld_wijst_naar_de_groep_waarin_het_hoort() -> None:
    melding = enige_melding("datum: 2020-01-01\nschrijvers:\n  - {taal: Fries}\n  - {naam: B}\n")

    assert str(melding.plek) == "boek.yaml:3:5"
    assert melding.veld == "schrijvers.1.naam"


def test_ontbrekend_veld_zonder_omschrijving_vraagt_een_waarde() -> None:
    _, meldingen = bekijk("{}", Verplicht)

    assert [(m.veld, m.gevonden, m.verwacht) for m in meldingen] == [
        ("titel", "niets", "1 tot 300 tekens, op één regel (verplicht)"),
        ("zonder_uitleg", "niets", "een waarde (verplicht)"),
    ]


def test_fout_in_een_lijst_noemt_het_nummer_zoals_een_mens_telt() -> None:
    melding = enige_melding("schrijvers:\n  - naam: A\n  - naam: 7\n")

    assert (melding.veld, str(melding.plek)) == ("schrijvers.2.naam", "boek.yaml:3:5")


def test_alle_fouten_komen_in_een_keer() -> None:
    _, meldingen = bekijk("code: A!\nbladzijden: 0\nextra: 1\nuitgever: {}\n")

    assert sorted((m.plek.regel, m.veld) for m in meldingen) == [
        (1, "code"),
        (2, "bladzijden"),
        (3, ""),
        (4, "uitgever.naam"),
    ]


def test_fout_dieper_in_een_bestand_heeft_de_plek_in_dat_bestand() -> None:
    gelezen = ontleed_yaml("boeken:\n  - titel: A\n  - titel: 7\n", "boeken.yaml")
    meldingen: list[Melding] = []

    houd_tegen(Boek, gelezen.waarde["boeken"][1], gelezen, ("boeken", 1), meldingen)

    assert [(str(m.plek), m.veld, m.suggestie) for m in meldingen] == [
        ("boeken.yaml:3:5", "titel", AANHALING)
    ]


def test_goede_invoer_wordt_een_model_zonder_meldingen() -> None:
    boek, meldingen = bekijk("code: mijn-boek\ndatum: 2027-01-31\nuitgever: {naam: A}\n")

    assert meldingen == []
    assert (boek.code, boek.datum, boek.uitgever) == (
        "mijn-boek",
        date(2027, 1, 31),
        Schrijver("A"),
    )


def test_de_context_bepaalt_wat_bekend_is() -> None:
    tekst = "uitgever: {naam: A, taal: Latijn}"

    boek, _ = bekijk(tekst, context={"talen": ("Latijn",)})

    assert boek.uitgever.taal == "Latijn"
    assert enige_melding(tekst).verwacht == "een taal"


def in_een_rekenblad(veld: str, waarde: object) -> Melding:
    """The finding about one cell, C5, under the heading «Kolomkop»."""
    plek = Plek("boek.xlsx", 5, 3, "Boeken")
    gelezen = Gelezen(
        {veld: waarde},
        "boek.xlsx",
        {(veld,): plek},
        koppen={(veld,): "Kolomkop"},
        hulp_bij_datum="Excel maakte hier een datum van",
    )
    meldingen: list[Melding] = []
    houd_tegen(Boek, gelezen.waarde, gelezen, (), meldingen)
    (melding,) = meldingen
    assert str(melding.plek) == "boek.xlsx!Boeken!C5"
    return melding


def test_fout_in_een_rekenblad_noemt_de_kop_van_de_kolom() -> None:
    melding = in_een_rekenblad("soort", "romann")

    assert (melding.veld, melding.suggestie) == ("Kolomkop", "bedoelde u «roman»?")


def test_datum_die_excel_van_een_tekst_maakte_krijgt_uitleg() -> None:
    assert "Excel" in in_een_rekenblad("titel", date(2027, 3, 1)).suggestie


def test_getal_als_tekst_in_een_rekenblad_heeft_geen_aanhalingstekens() -> None:
    assert in_een_rekenblad("bladzijden", "5").suggestie == ""


def test_fout_in_een_naam_toont_de_naam_en_niet_wat_eronder_staat() -> None:
    melding = enige_melding("prijzen_per_taal: {nl: 5, Nederlands: 10}")

    assert melding.veld == "prijzen_per_taal.Nederlands"
    assert melding.gevonden == "«Nederlands»"
    assert str(melding.plek) == "boek.yaml:1:27"


@pytest.mark.parametrize(
    ("loc", "naam"),
    [((), ""), (("a",), "a"), (("a", 0, "b"), "a.1.b"), ((1,), "2")],
)
def test_veldnaam_telt_vanaf_een(loc: tuple[str | int, ...], naam: str) -> None:
    assert veldnaam(loc) == naam


def test_leeg_veld_is_niets_en_vraagt_geen_aanhalingstekens() -> None:
    melding = enige_melding("titel:\n")

    assert (melding.gevonden, melding.suggestie) == ("niets", "")


def test_fout_in_een_onderdeel_maakt_de_lijst_niet_te_kort() -> None:
    melding = enige_melding("schrijvers:\n  - naam: 7\n")

    assert melding.veld == "schrijvers.1.naam"


def test_een_vrije_groep_vraagt_niet_om_de_velden_van_haar_eigenaar() -> None:
    melding = enige_melding("prijzen: duur")

    assert (melding.gevonden, melding.verwacht) == ("«duur»", "per land een prijs")
