"""`werkgroepen.yaml`: what is understood, what is refused, and where every fault stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from bouwers_werkgroepen import (
    TITELS,
    groepen_van,
    maak_groep,
    maak_zetel,
    profiel_van,
    schrijf_groepen,
)

from agenda.invoer.werkgroepen import lees_werkgroepen
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

SCHOON = "nijmegen-rivierenland"

TIEN_FOUTEN = """werkgroepen:
  - code: een
    naam: Eerste groep
    gremium: regionale werkgroop
    leider: Tiel
    onderwerpen: [wijk-gzz]
    zetels:
      - {gemeente: Teil, functie: adviseur}
      - {gemeente: Tiel, functie: adviseur, fte: 0,2, trekker: ja}
      - {gemeente: Tiel, functie: adviseur, fte: 20}
      - {gemeente: Druten, functie: adviseur, fte: 0.125, trekker: misschien}
      - {gemeente: Druten, fte: 0.1}
      - {gemeente: Buren, functie: adviseur, namens: Rivierland}
  - code: twee
    naam: Tweede groep
    van: 2027-05-01
    tot: 2027-04-30
    bron: {document: inrichtingplan, plaats: "§2"}
  - code: twee
    naam: Derde groep
    zetels:
      - {gemeente: Tiel, functie: adviseur, trekker: ja}
      - {gemeente: Druten, functie: adviseur, trekker: x}
"""


def fouten_van(map_: Path, tekst: str, profiel: str = SCHOON) -> tuple[Melding, ...]:
    (map_ / "werkgroepen.yaml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Invoerfout) as gevangen:
        lees_werkgroepen(map_, profiel_van(profiel)[0], TITELS)
    return tuple(gevangen.value.meldingen)


def test_zonder_bestand_is_er_niets_bekend(tmp_path: Path) -> None:
    assert lees_werkgroepen(tmp_path, profiel_van(SCHOON)[0], TITELS).groepen is None


@pytest.mark.parametrize("tekst", ["werkgroepen:\n", "werkgroepen: []\n"])
def test_een_lege_lijst_is_een_lijst_zonder_groepen(tekst: str, tmp_path: Path) -> None:
    (tmp_path / "werkgroepen.yaml").write_text(tekst, encoding="utf-8")

    assert lees_werkgroepen(tmp_path, profiel_van(SCHOON)[0], TITELS).groepen == ()


def test_namen_worden_begrepen_naast_codes(tmp_path: Path) -> None:
    profiel, _ = profiel_van(SCHOON)
    zetels = [
        maak_zetel("nijmegen", namens=["centrum", "Rijk van Nijmegen"], fte="0,25", trekker="Ja"),
        maak_zetel("gemeente Tiel", namens="regio Rivierenland", fte=0.2),
        maak_zetel("GM0225", fte=1),
    ]
    rauw = maak_groep(
        gremium="Tijdelijke werkgroep of projectgroep",
        onderwerpen=["Meer woningen", "wijk-ggz"],
        zetels=zetels,
        bron="Verslag van 3 maart",
    )

    (groep,) = groepen_van(tmp_path, profiel, rauw)

    assert groep.gremium == "tijdelijke-werkgroep"
    assert groep.onderwerpen == ("wonen", "wijk-ggz")
    een, twee, drie = groep.zetels or ()
    assert (een.gemeente, een.namens) == ("GM0268", ("GM0268", "rijk-van-nijmegen"))
    assert (een.fte, een.trekker) == (Decimal("0.25"), "ja")
    assert (twee.gemeente, twee.namens, twee.fte) == ("GM0281", ("rivierenland",), Decimal("0.2"))
    assert (drie.spreekt_voor, drie.trekker) == (("GM0225",), "nee")


def test_wat_bekend_is_en_wat_niet(tmp_path: Path) -> None:
    onbekend, geen = groepen_van(
        tmp_path, profiel_van(SCHOON)[0], maak_groep("aa"), maak_groep("bb", zetels=[])
    )

    assert (onbekend.zetels, geen.zetels) == (None, ())
    assert onbekend.trekker is None


def test_onbekend_is_niet_ingevuld(tmp_path: Path) -> None:
    zetel = maak_zetel("Tiel", fte="onbekend", namens="onbekend")
    rauw = maak_groep(gremium="onbekend", doel="onbekend", van="onbekend", zetels=[zetel])

    (groep,) = groepen_van(tmp_path, profiel_van(SCHOON)[0], rauw)

    (gelezen,) = groep.zetels or ()
    assert (groep.gremium, groep.doel, groep.van) == (None, "", None)
    assert (gelezen.fte, gelezen.namens) == (None, ())


def test_groepen_staan_op_code_hoe_zij_ook_in_het_bestand_staan(tmp_path: Path) -> None:
    groepen = groepen_van(
        tmp_path, profiel_van(SCHOON)[0], *map(maak_groep, ["zorg", "actie", "midden"])
    )

    assert [groep.code for groep in groepen] == ["actie", "midden", "zorg"]


def test_alle_fouten_in_een_keer_met_hun_plaats(tmp_path: Path) -> None:
    meldingen = fouten_van(tmp_path, TIEN_FOUTEN)

    assert [(m.plek.regel, m.veld.split(".")[-1]) for m in sorted(meldingen)] == [
        (4, "gremium"),
        (5, ""),
        (6, "1"),
        (8, "gemeente"),
        (9, "fte"),
        (10, "fte"),
        (11, "fte"),
        (11, "trekker"),
        (12, "functie"),
        (13, "namens"),
        (17, "tot"),
        (18, "document"),
        (19, "code"),
        (23, "trekker"),
    ]


@pytest.mark.parametrize(
    ("veld", "suggestie"),
    [
        ("gremium", "bedoelde u «Regionale werkgroep»?"),
        ("gemeente", "bedoelde u «Tiel»?"),
        ("namens", "bedoelde u «rivierenland»?"),
    ],
)
def test_een_naam_die_bijna_goed_is_krijgt_een_suggestie(
    veld: str, suggestie: str, tmp_path: Path
) -> None:
    meldingen = fouten_van(tmp_path, TIEN_FOUTEN)

    assert suggestie in [m.suggestie for m in meldingen if m.veld.endswith(veld)]


def test_een_komma_tussen_accolades_wordt_nooit_nul(tmp_path: Path) -> None:
    tekst = """werkgroepen:
  - {code: aa, naam: A, zetels: [{gemeente: Tiel, functie: adviseur, fte: 0,05}]}
"""
    (melding,) = fouten_van(tmp_path, tekst)

    assert "0.2" in melding.suggestie


def test_een_zetel_is_een_functie_en_nooit_een_mens(tmp_path: Path) -> None:
    profiel, _ = profiel_van(SCHOON)
    rauw = maak_groep(doel="Bel 06-12345678", zetels=[maak_zetel("Tiel", functie="a@b.nl")])
    schrijf_groepen(tmp_path, [rauw])

    gelezen = lees_werkgroepen(tmp_path, profiel, TITELS)

    assert [m.veld for m in gelezen.opmerkingen] == ["doel", "functie"]
    assert not any("a@b.nl" in str(melding) for melding in gelezen.opmerkingen)


@pytest.mark.parametrize(
    "tekst",
    ["- een lijst\n", "groepen: []\n", "werkgroepen: ja\n", "werkgroepen: []\nleden: []\n"],
)
def test_een_bestand_met_iets_anders_wordt_niet_gelezen(tekst: str, tmp_path: Path) -> None:
    (melding,) = fouten_van(tmp_path, tekst)

    assert melding.plek.bestand == "werkgroepen.yaml"


def test_te_veel_is_te_veel(tmp_path: Path) -> None:
    rijen = "".join(f"  - {{code: groep-{n}, naam: Groep}}\n" for n in range(201))
    (melding,) = fouten_van(tmp_path, f"werkgroepen:\n{rijen}")

    assert melding.gevonden == "201 werkgroepen"


def test_in_een_regio_zonder_gremia_of_delen_is_er_niets_te_kiezen(tmp_path: Path) -> None:
    tekst = """werkgroepen:
  - code: aa
    naam: A
    zetels: [{gemeente: Duinhuis, functie: huismeester, namens: centrum}]
"""
    (melding,) = fouten_van(tmp_path, tekst, "bibliotheken-zilverkust")

    assert melding.verwacht == "een vestiging"
