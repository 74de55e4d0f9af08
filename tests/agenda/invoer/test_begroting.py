"""Amounts and keys that are wrong are told in Dutch, with their place; nothing is guessed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import als_yaml, fout_van, fouten_van, yaml_waarden
from bouwers_begroting import (
    BRON,
    KUST,
    ZILVERKUST,
    lees_jaar,
    maak_begrotingsdossier,
    maak_kust,
    maak_laag,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.profiel import lees_profiel
from agenda.rangorde.herkomst import herkomst_van
from agenda.rangorde.prioritering import prioriteer
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

EURO = "een bedrag in hele euro's, zoals 50000"
LAAG_FOUTEN: dict[str, tuple[dict[str, Any], tuple[str, str, str]]] = {
    "negatief": ({"bedrag": -5}, ("lagen.1.bedrag", "«-5»", EURO)),
    "geen getal": ({"bedrag": float("nan")}, ("lagen.1.bedrag", "«.nan»", EURO)),
    "oneindig": ({"bedrag": float("inf")}, ("lagen.1.bedrag", "«.inf»", EURO)),
    "gebroken": ({"bedrag": 2.5}, ("lagen.1.bedrag", "«2.5»", EURO)),
    "tekst": ({"bedrag": "veel"}, ("lagen.1.bedrag", "«veel»", EURO)),
    "te veel": ({"bedrag": 10**13}, ("lagen.1.bedrag", "«10000000000000»", EURO)),
    "ontbreekt": ({"bedrag": None}, ("lagen.1.bedrag", "niets", f"{EURO} (verplicht)")),
    "vorig jaar negatief": ({"vorig_jaar": -1}, ("lagen.1.vorig_jaar.bedrag", "«-1»", EURO)),
    "soort bestaat niet": (
        {"soort": "extra"},
        ("lagen.1.soort", "«extra»", "basis, toevoeging of eenmalig"),
    ),
    "zonder reden": (
        {"reden": None},
        ("lagen.1.reden", "niets", "een zin: waar dit bedrag voor is (verplicht)"),
    ),
    "bron is een getal": (
        {"bron": 5},
        ("lagen.1.bron", "«5»", "tekst: waar het staat, of {document: …, plaats: …}"),
    ),
    "document zonder plaats": (
        {"bron": {"document": "handboek"}},
        (
            *("lagen.1.bron", "een groep velden"),
            "tekst: waar het staat, of {document: …, plaats: …}",
        ),
    ),
    "document bestaat niet": (
        {"bron": {"document": "handboeken", "plaats": "x"}},
        ("bron.document", "«handboeken»", "een document uit bronnen.yaml: handboek"),
    ),
    "posten tellen niet op": (
        {"posten": [maak_laag(bedrag=99, code=None)]},
        ("bedrag", "«100»", "wat de posten samen zijn: 99"),
    ),
}


@pytest.mark.parametrize("naam", LAAG_FOUTEN)
def test_een_fout_in_een_laag_wordt_aangewezen(naam: str, tmp_path: Path) -> None:
    velden, verwacht = LAAG_FOUTEN[naam]
    profiel = maak_kust(tmp_path)
    bedrag = {"bedrag": velden.pop("bedrag")} if "bedrag" in velden else {}
    dossier = maak_begrotingsdossier(tmp_path, [maak_laag(**bedrag, **velden)])

    fout = fout_van(dossier, profiel)

    assert (fout.veld, fout.gevonden, fout.verwacht) == verwacht
    assert (fout.plek.bestand, fout.plek.regel > 0) == ("begroting.yaml", True)


def test_alle_fouten_komen_tegelijk_met_een_lid_en_een_laag_die_er_niet_zijn(
    tmp_path: Path,
) -> None:
    tabel = {"naam": "T", "bron": "blz. 3", "bedragen": {"duinhuis": 1}}
    dossier = maak_begrotingsdossier(
        tmp_path,
        [maak_laag(), maak_laag()],
        gedrukt=[tabel | {"over": ["vst"]}],
    )

    fouten = fouten_van(dossier, maak_kust(tmp_path))

    gevonden = [(fout.veld, fout.gevonden, fout.suggestie) for fout in fouten]
    assert gevonden == [
        ("code", "«vast»", ""),
        ("over", "«vst»", "bedoelde u «vast»?"),
    ]


def test_een_lid_of_een_samenwerking_die_er_niet_is_wordt_aangewezen(tmp_path: Path) -> None:
    tabel = {"naam": "T", "bron": "blz. 3", "bedragen": {"duinhuus": 1}}
    laag = maak_laag(samenwerking="hele-kist")

    fouten = fouten_van(
        maak_begrotingsdossier(tmp_path, [laag], gedrukt=[tabel]), maak_kust(tmp_path)
    )

    assert [fout.suggestie for fout in fouten] == [
        "bedoelde u «hele-kust»?",
        "bedoelde u «duinhuis»?",
    ]


def test_een_lid_mag_in_een_gedrukte_tabel_bij_zijn_naam(tmp_path: Path) -> None:
    tabel = {"naam": "T", "bron": "blz. 3", "bedragen": {"Duinhuis": 1, "molenplein": 2}}
    dossier = maak_begrotingsdossier(tmp_path, [maak_laag()], gedrukt=[tabel])

    begroting = lees_jaar(dossier, maak_kust(tmp_path)).ranglijst.dossier.begroting

    assert begroting is not None
    assert begroting.gedrukt[0].bedragen == {"duinhuis": 1, "molenplein": 2}


def test_een_lid_bij_naam_en_bij_code_staat_er_twee_keer(tmp_path: Path) -> None:
    tabel = {"naam": "T", "bron": "blz. 3", "bedragen": {"Duinhuis": 1, "duinhuis": 2}}
    dossier = maak_begrotingsdossier(tmp_path, [maak_laag()], gedrukt=[tabel])

    assert "twee keer staat er: Duinhuis" in fout_van(dossier, maak_kust(tmp_path)).verwacht


@pytest.mark.parametrize("getypt", ["50.000", "€ 50.000", "'50000'", "50000,-", "50000"])
def test_een_bedrag_mag_zoals_mensen_het_typen(getypt: str, tmp_path: Path) -> None:
    dossier = maak_begrotingsdossier(tmp_path, [maak_laag(bedrag=1)])
    pad = dossier / "begroting.yaml"
    pad.write_text(pad.read_text("utf-8").replace("bedrag: 1", f"bedrag: {getypt}"), "utf-8")

    begroting = lees_jaar(dossier, maak_kust(tmp_path)).ranglijst.dossier.begroting

    assert begroting is not None
    assert begroting.lagen[0].bedrag == 50_000


def test_wat_niet_bij_elkaar_past_komt_samen_met_wat_fout_is_ingevuld(tmp_path: Path) -> None:
    tabel = {"naam": "T", "bron": "blz. 3", "bedragen": {"duinhuis": 1}, "over": ["vst"]}
    lagen = [maak_laag(bedrag=-1), maak_laag("los", posten=[maak_laag(bedrag=99, code=None)])]
    dossier = maak_begrotingsdossier(tmp_path, lagen, gedrukt=[tabel])

    fouten = fouten_van(dossier, maak_kust(tmp_path))

    assert [fout.gevonden for fout in fouten] == ["«-1»", "«100»", "«vst»"]


DELEN = {"duinhuis": 3, "havenzaal": 2, "molenplein": 1}
SLEUTEL_FOUTEN: dict[str, tuple[dict[str, Any], str, str]] = {
    "negatief": (
        {"sleutel": DELEN | {"duinhuis": -3}},
        "«-3»",
        "per lid een heel getal, of gelijk",
    ),
    "geen getal": (
        {"sleutel": DELEN | {"duinhuis": float("nan")}},
        "«.nan»",
        "per lid een heel getal",
    ),
    "gebroken": ({"sleutel": DELEN | {"duinhuis": 1.5}}, "«1.5»", "per lid een heel getal"),
    "tekst": ({"sleutel": "eerlijk"}, "«eerlijk»", "per lid een heel getal, of gelijk"),
    "leeg": ({"sleutel": {}}, "een groep velden", "per lid een heel getal, of gelijk"),
    "lid ontbreekt": (
        {"sleutel": {"duinhuis": 3}},
        "geen deel voor havenzaal en molenplein",
        "een deel voor elk lid; 0 is er ook een",
    ),
    "lid bestaat niet": (
        {"sleutel": DELEN | {"strandtent": 1}},
        "«strandtent»",
        "een van duinhuis, havenzaal of molenplein",
    ),
    "alles is 0": (
        {"sleutel": dict.fromkeys(DELEN, 0)},
        "alleen delen van 0",
        "minstens één deel boven 0",
    ),
    "rest naar niemand": (
        {"rest_naar": "strandtent"},
        "«strandtent»",
        "een van duinhuis, havenzaal of molenplein",
    ),
    "gelijk zonder leden": (
        {"leden": "onbekend", "sleutel": "gelijk"},
        "«gelijk», terwijl niet elk lid bij naam bekend is",
        "een tabel met per lid een heel getal",
    ),
    "rest zonder sleutel": ({"sleutel": None}, "rest_naar zonder sleutel", "ook een sleutel"),
    "bron bestaat niet": (
        {"rest_bron": BRON | {"document": "handboeken"}},
        "«handboeken»",
        "een van handboek",
    ),
    "deelname volgens iets dat er niet is": (
        {"deelname": {"indeling": "inzat", "is": "gast"}},
        "«inzat»",
        "een indeling of een veld over deelname: geschoold, te_weinig_stoelen of inzet",
    ),
    "deelname met een woord dat er niet is": (
        {"deelname": {"indeling": "inzet", "is": "gasten"}},
        "«gasten»",
        "een van voortrekker, gast",
    ),
    "deelname met een ander veld": (
        {"deelname": {"indeling": "inzet", "uitkomst": "gast"}},
        "onbekend veld «uitkomst»",
        "een van de velden indeling of is",
    ),
}


def fouten_bij(map_: Path, **velden: Any) -> tuple[Melding, ...]:
    alles = KUST | velden
    samen = {naam: waarde for naam, waarde in alles.items() if waarde is not None}
    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(maak_kust(map_, samen))
    return gevangen.value.meldingen


@pytest.mark.parametrize("naam", SLEUTEL_FOUTEN)
def test_een_fout_in_een_sleutel_wordt_aangewezen(naam: str, tmp_path: Path) -> None:
    velden, gevonden, verwacht = SLEUTEL_FOUTEN[naam]

    fouten = fouten_bij(tmp_path, **velden)

    eerste = next(fout for fout in fouten if fout.gevonden == gevonden)
    assert eerste.verwacht.startswith(verwacht)
    assert eerste.plek.bestand.endswith("samenwerkingen.yaml")
    assert eerste.plek.regel > 1


def test_een_lid_van_een_samenwerking_dat_er_niet_is_wordt_aangewezen(tmp_path: Path) -> None:
    (fout,) = fouten_bij(tmp_path, leden=[*DELEN, "strandtent"], sleutel=DELEN | {"strandtent": 1})

    assert (fout.veld, fout.gevonden) == ("leden", "«strandtent»")


def test_een_dossier_zonder_bedragen_houdt_zijn_vingerafdruk_en_een_bedrag_verandert_hem(
    tmp_path: Path,
) -> None:
    profiel = maak_kust(tmp_path)
    dossier = maak_begrotingsdossier(tmp_path)

    def afdruk() -> str:
        gelezen = lees_dossier(dossier, profiel)
        lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
        return herkomst_van(lijst).invoer_sha256

    def met(bedrag: int) -> str:
        inhoud = als_yaml({"lagen": [maak_laag(bedrag=bedrag)]})
        (dossier / "begroting.yaml").write_text(inhoud, encoding="utf-8")
        return afdruk()

    assert len({afdruk(), met(5), met(6)}) == 3


@settings(max_examples=30)
@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("code", "soort", "naam", "bedrag", "reden", "bron", "vorig_jaar", "posten"),
            yaml_waarden(["basis", "bedrag", "document", "plaats", "afgerond_op"]),
        ),
    )
)
def test_welke_waarde_er_ook_staat_het_is_een_laag_of_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, velden: dict[str, Any]
) -> None:
    dossier = maak_begrotingsdossier(tmp_path_factory.mktemp("d"), [maak_laag() | velden])

    with suppress(Invoerfout):
        lees_dossier(dossier, ZILVERKUST)
