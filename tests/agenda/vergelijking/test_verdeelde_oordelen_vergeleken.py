"""Two agendas beside each other of which municipalities speak: who changed what, and what of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import CRITERIA
from bouwers_oordelen import gemeenten, met_stemmen, oordeel, stemmen, willekeurig
from bouwers_vergelijking import kant_van, toetsers

from agenda.vergelijking.vergelijken import vergelijk
from agenda.weergave.vergelijking.vergelijking import toon_vergelijking
from agenda.weergave.vergelijking.zinnen import waardoor

if TYPE_CHECKING:
    from agenda.vergelijking.stappen import Kant
    from agenda.vergelijking.vergelijken import Vergelijking

TOPICS: dict[str, Any] = {code: {"criteria": {}} for code in ("brug", "dijk")}
OUD = [*stemmen("brug", "veiligheid", "jnn"), *stemmen("dijk", "veiligheid", "jjn")]


def naast(oud: Kant, nieuw: Kant) -> tuple[Vergelijking, str, dict[str, Any]]:
    gevonden = vergelijk(oud, nieuw, maak=toetsers())
    weergave = toon_vergelijking(gevonden)
    return gevonden, weergave.als("tabel", 140), json.loads(weergave.als("json", 140))


def met(rijen: list[dict[str, Any]]) -> Kant:
    return met_stemmen(kant_van(TOPICS), rijen)


def test_dezelfde_oordelen_in_een_andere_volgorde_zijn_geen_verschil() -> None:
    gevonden, tabel, _ = naast(met(OUD), met(OUD[::-1]))

    assert gevonden.zelfde
    assert "Er is niets veranderd" in tabel


def test_wie_wat_anders_vindt_staat_er_bij_naam() -> None:
    een, twee, drie = gemeenten()[:3]
    nieuw = [rij for rij in OUD if (rij["onderwerp"], rij["gemeente"]) != ("brug", drie)]
    nieuw = [
        rij | {"waarde": "ja"} if (rij["onderwerp"], rij["gemeente"]) == ("brug", twee) else rij
        for rij in nieuw
    ]
    nieuw[0] = nieuw[0] | {"onderbouwing": "Er is overlast.", "vindplaats": "A.xlsx!B!C1"}

    gevonden, tabel, data = naast(met(OUD), met(nieuw))

    brug = next(deel for deel in data["beide"] if deel["code"] == "brug")
    assert brug["wijzigingen"] == [
        {"veld": "veiligheid", "deel": deel, "gemeente": wie, "oud": oud, "nieuw": wordt}
        for deel, wie, oud, wordt in (
            ("onderbouwing", een, "", "Er is overlast."),
            ("vindplaats", een, "", "A.xlsx!B!C1"),
            ("waarde", twee, "nee", "ja"),
            ("waarde", drie, "nee", None),
        )
    ]
    assert (brug["oud"]["score"], brug["nieuw"]["score"]) == ("1/3", 1)
    naam = {code: lid.naam for code, lid in gevonden.nieuw.profiel.lid.items()}
    assert f"{naam[twee]}: veiligheid" in tabel
    assert f"{naam[drie]}: veiligheid" in tabel


def test_een_verschuiving_noemt_de_aantallen_voor_en_na() -> None:
    nieuw = [*stemmen("brug", "veiligheid", "jjj"), *stemmen("dijk", "veiligheid", "jjn")]

    gevonden, *_ = naast(met(OUD), met(nieuw))

    brug = next(deel for deel in gevonden.overgenomen if deel.onderwerp.code == "brug")
    assert waardoor(brug, gevonden) == [
        "1 hoger door eigen gegevens (Veiligheid: verdeeld: 1 ja, 2 nee → ja)"
    ]


def test_anders_verdeeld_is_ook_een_verschil() -> None:
    nieuw = [*stemmen("brug", "veiligheid", "jjjn"), *stemmen("dijk", "veiligheid", "jjn")]

    gevonden, *_ = naast(met(OUD), met(nieuw))

    brug = next(deel for deel in gevonden.overgenomen if deel.onderwerp.code == "brug")
    assert waardoor(brug, gevonden) == [
        "1 hoger door eigen gegevens (Veiligheid: verdeeld: 1 ja, 2 nee → verdeeld: 3 ja, 1 nee)"
    ]


def test_alleen_een_andere_onderbouwing_verschuift_niets() -> None:
    nieuw = [OUD[0] | {"onderbouwing": "Er is overlast."}, *OUD[1:]]

    gevonden, _, data = naast(met(OUD), met(nieuw))

    assert not gevonden.zelfde
    assert not gevonden.verschoven
    assert all(not deel["stappen"] for deel in data["beide"])


@pytest.mark.parametrize("andersom", [False, True])
def test_van_een_antwoord_van_de_werkgroep_naar_oordelen_en_terug(*, andersom: bool) -> None:
    eigen = kant_van({"brug": {"criteria": {"veiligheid": "ja"}}})
    verdeeld = met_stemmen(
        kant_van({"brug": {"criteria": {}}}), stemmen("brug", "veiligheid", "jn")
    )
    kanten = (verdeeld, eigen) if andersom else (eigen, verdeeld)

    _, _, data = naast(*kanten)

    (brug,) = data["beide"]
    een, twee = gemeenten()[:2]
    verwacht = [
        {"veld": "veiligheid", "deel": "waarde", "oud": "ja", "nieuw": None},
        {"veld": "veiligheid", "deel": "waarde", "gemeente": een, "oud": None, "nieuw": "ja"},
        {"veld": "veiligheid", "deel": "waarde", "gemeente": twee, "oud": None, "nieuw": "nee"},
    ]
    if andersom:
        verwacht = [rij | {"oud": rij["nieuw"], "nieuw": rij["oud"]} for rij in verwacht]
    assert brug["wijzigingen"] == verwacht
    assert [brug[kant]["score"] for kant in ("oud", "nieuw")] == (
        ["1/2", 1] if andersom else [1, "1/2"]
    )


def test_de_tabel_noemt_per_onderwerp_hoogstens_tien_oordelen_en_de_json_alles() -> None:
    oud = [oordeel("brug", wie, c, "ja") for wie in gemeenten() for c in CRITERIA]
    nieuw = [rij | {"waarde": "nee"} for rij in oud]

    _, tabel, data = naast(met(oud), met(nieuw))

    brug = next(deel for deel in data["beide"] if deel["code"] == "brug")
    assert len(brug["wijzigingen"]) == 65
    assert "en nog 55 in de oordelen; alles staat in de JSON" in tabel


@pytest.mark.parametrize("zaad", range(4))
def test_de_stappen_zijn_samen_de_hele_verschuiving(zaad: int) -> None:
    (oude, rijen, gewichten), (_, later, _) = willekeurig(zaad, 10), willekeurig(zaad + 50, 10)
    topics = {rauw["code"]: {"titel": rauw["titel"], "criteria": {}} for rauw in oude}

    gevonden, _, data = naast(
        met_stemmen(kant_van(topics, gewichten=gewichten), rijen),
        met_stemmen(kant_van(topics, gewichten=gewichten), later),
    )

    for deel in gevonden.overgenomen:
        assert deel.plaatsen == deel.oud.plaats - deel.nieuw.plaats
    json.dumps(data)
