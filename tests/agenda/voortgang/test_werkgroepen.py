"""Who works on what on a day: the work per member, what rules say, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import maak_onderwerp, meegeleverd, ranglijst_van
from bouwers_werkgroepen import (
    als_groep,
    lijst_van,
    maak_groep,
    maak_zetel,
    profiel_van,
    uitkomsten,
)
from hypothesis import given
from hypothesis import strategies as st

from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.werkgroepen import (
    GeenWerkgroepen,
    Groepshiaat,
    Lidwerk,
    Werkgroepenoverzicht,
    maak_overzicht,
)
from agenda.weergave.voortgang.werkgroepen import toon_werkgroepen
from regels.ingedeeld import Botsing

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel

OP = date(2027, 6, 1)


def overzicht_van(*groepen: dict[str, Any], op: date = OP, **velden: Any) -> Werkgroepenoverzicht:
    """The groups of an agenda with two adopted topics; `wonen` has these fields."""
    profiel, _ = meegeleverd()
    onderwerpen = (maak_onderwerp("wijk-ggz"), maak_onderwerp("wonen", **velden))
    agenda = Jaaragenda(ranglijst_van(*onderwerpen))
    return maak_overzicht([als_groep(profiel, g) for g in groepen], agenda, op)


def lid(overzicht: Werkgroepenoverzicht, code: str) -> Lidwerk:
    return next(werk for werk in overzicht.leden if werk.lid.code == code)


def hiaten(overzicht: Werkgroepenoverzicht, soort: str) -> list[Groepshiaat]:
    return [hiaat for hiaat in overzicht.hiaten() if hiaat.soort == soort]


def test_zonder_bestand_is_er_geen_overzicht() -> None:
    with pytest.raises(GeenWerkgroepen):
        maak_overzicht(None, Jaaragenda(ranglijst_van()), OP)


@pytest.mark.parametrize(
    ("dag", "is_er"),
    [("2027-02-28", False), ("2027-03-01", True), ("2027-09-30", True), ("2027-10-01", False)],
)
def test_een_groep_is_er_van_haar_eerste_tot_en_met_haar_laatste_dag(dag: str, is_er: bool) -> None:
    groep = maak_groep(van=date(2027, 3, 1), tot=date(2027, 9, 30))

    overzicht = overzicht_van(groep, op=date.fromisoformat(dag))

    assert (len(overzicht.groepen), overzicht.andere_dagen) == (is_er, not is_er)


def test_wie_hoeveel_doet_telt_op_over_groepen() -> None:
    overzicht = overzicht_van(
        maak_groep("aa", zetels=[maak_zetel("GM0281", fte=Decimal("0.15"))]),
        maak_groep("bb", zetels=[maak_zetel("GM0281", fte=Decimal("0.1")), maak_zetel("GM0225")]),
    )

    tiel, druten, nijmegen = (lid(overzicht, code) for code in ("GM0281", "GM0225", "GM0268"))

    assert (tiel.fte, tiel.zonder_fte, tiel.over) == (Fraction(1, 4), 0, Fraction(-1, 20))
    assert (druten.fte, druten.zonder_fte, druten.over) == (0, 1, None)
    assert (nijmegen.zetels, nijmegen.over) == ((), Fraction(1, 5))
    assert (overzicht.fte, overzicht.zonder_fte) == (Fraction(1, 4), 1)
    assert uitkomsten(tiel.oordeel) == {"beleidscapaciteit": "ja"}
    assert uitkomsten(druten.oordeel) == {"beleidscapaciteit": "onbekend"}
    assert uitkomsten(nijmegen.oordeel) == {"beleidscapaciteit": "nee"}


def test_de_ruimte_komt_uit_het_profiel_met_haar_bron_of_uit_het_dossier() -> None:
    profiel, regelset = meegeleverd()
    lijst = lijst_van(profiel, regelset, capaciteit={"leden": {"Tiel": Decimal("0.4")}})
    agenda = Jaaragenda(lijst)

    overzicht = maak_overzicht([], agenda, OP)

    tiel, druten = lid(overzicht, "GM0281").ruimte, lid(overzicht, "GM0225").ruimte
    assert tiel is not None
    assert druten is not None
    assert druten.bron is not None
    assert (tiel.fte, tiel.bron, tiel.minstens) == (Fraction(2, 5), None, False)
    assert (druten.fte, druten.bron.plaats, druten.minstens) == (Fraction(1, 5), "§2.3.1", True)


def test_zonder_norm_in_profiel_of_dossier_is_de_ruimte_onbekend() -> None:
    profiel, regelset = profiel_van("bibliotheken-zilverkust")

    overzicht = maak_overzicht([], Jaaragenda(lijst_van(profiel, regelset)), OP)

    assert {werk.ruimte for werk in overzicht.leden} == {None}


def test_wat_de_onderwerpen_vragen_staat_naast_wat_een_groep_doet() -> None:
    groep = maak_groep(onderwerpen=["wonen"], zetels=[maak_zetel("GM0281", fte=Decimal("0.2"))])

    (beeld,) = overzicht_van(groep, inspanning_fte=Decimal("0.5")).groepen

    assert (beeld.groep.fte, beeld.gevraagd, beeld.ook_elders) == (
        Decimal("0.2"),
        Decimal("0.5"),
        (),
    )


def test_vraagt_een_onderwerp_iets_dat_onbekend_is_dan_is_het_samen_onbekend() -> None:
    groep = maak_groep(onderwerpen=["wonen", "wijk-ggz"])

    (beeld,) = overzicht_van(groep, inspanning_fte=Decimal("0.5")).groepen

    assert beeld.gevraagd is None


def test_een_onderwerp_bij_twee_groepen_wordt_genoemd() -> None:
    overzicht = overzicht_van(
        maak_groep("aa", onderwerpen=["wonen", "wijk-ggz"]), maak_groep("bb", onderwerpen=["wonen"])
    )

    assert [beeld.ook_elders for beeld in overzicht.groepen] == [("wonen",), ("wonen",)]
    (_, wonen) = sorted(overzicht.onderwerpen, key=lambda werk: werk.onderwerp.code)
    assert [groep.code for groep in wonen.groepen] == ["aa", "bb"]


def test_elk_hiaat_wordt_genoemd() -> None:
    overzicht = overzicht_van(
        maak_groep("aa", doel="Iets.", onderwerpen=["wonen"], zetels=[maak_zetel("GM0281")]),
        maak_groep("bb", zetels=[]),
    )

    assert hiaten(overzicht, "onderwerp-zonder-groep") == [
        Groepshiaat("onderwerp-zonder-groep", onderwerp="wijk-ggz")
    ]
    assert [h.groep for h in hiaten(overzicht, "groep-zonder-doel")] == ["bb"]
    assert [h.groep for h in hiaten(overzicht, "groep-zonder-onderwerp")] == ["bb"]
    assert [h.groep for h in hiaten(overzicht, "groep-zonder-zetels")] == ["bb"]
    assert [h.groep for h in hiaten(overzicht, "groep-zonder-trekker")] == ["aa"]
    assert [(h.groep, h.lid) for h in hiaten(overzicht, "zetel-zonder-fte")] == [("aa", "GM0281")]
    assert len(hiaten(overzicht, "lid-zonder-groep")) == 12


def test_zijn_van_een_groep_de_zetels_onbekend_dan_mist_geen_gemeente() -> None:
    overzicht = overzicht_van(maak_groep("aa"), maak_groep("bb", zetels=[]))

    assert hiaten(overzicht, "lid-zonder-groep") == []


def test_een_onderwerp_dat_niet_op_de_agenda_staat_is_een_hiaat() -> None:
    overzicht = overzicht_van(maak_groep(onderwerpen=["wonen"]), plannen=[])

    assert [h.onderwerp for h in hiaten(overzicht, "niet-op-de-agenda")] == ["wonen"]


def test_een_profiel_zonder_regels_over_groepen_zegt_dat_in_een_zin() -> None:
    profiel, regelset = profiel_van("centraal-gelderland")

    overzicht = maak_overzicht([], Jaaragenda(lijst_van(profiel, regelset)), OP)

    zin = "Het profiel centraal-gelderland heeft geen regels over werkgroepen."
    assert zin in toon_werkgroepen(overzicht).als("tabel", 100)


def test_een_botsing_noemt_de_groep() -> None:
    profiel, _ = meegeleverd()
    lijst = ranglijst_van()
    dwars = [replace(r, als=r.als[:1]) if r.code == "drie-partijen" else r for r in lijst.na.regels]
    anders = replace(lijst, na=lijst.na._replace(regels=tuple(dwars)))
    groep = als_groep(profiel, maak_groep("dwars", gremium="tijdelijke-werkgroep", zetels=[]))

    with pytest.raises(Botsing) as gevangen:
        maak_overzicht([groep], Jaaragenda(anders), OP)

    assert gevangen.value.waar == "werkgroep dwars"


_LEDEN = ["GM0268", "GM0225", "GM0281"]
_ZETEL = st.builds(
    lambda gemeente, fte: maak_zetel(gemeente, fte=fte),
    st.sampled_from(_LEDEN),
    st.none() | st.integers(0, 100).map(lambda deel: Decimal(deel) / 100),
)
_GROEP = st.builds(
    lambda onderwerpen, zetels: {"onderwerpen": onderwerpen, "zetels": zetels},
    st.lists(st.sampled_from(["wonen", "wijk-ggz"]), unique=True),
    st.none() | st.lists(_ZETEL, max_size=4),
)


def _samen(profiel: Profiel, rauw: list[dict[str, Any]]) -> str:
    agenda = Jaaragenda(_LIJST)
    groepen = [als_groep(profiel, deel) for deel in rauw]
    return toon_werkgroepen(maak_overzicht(groepen, agenda, OP)).als("json", 80)


_LIJST = ranglijst_van(maak_onderwerp("wijk-ggz"), maak_onderwerp("wonen"))


@given(groepen=st.lists(_GROEP, max_size=4), data=st.data())
def test_in_welke_volgorde_groepen_staan_maakt_niets_uit(
    groepen: list[dict[str, Any]], data: st.DataObject
) -> None:
    profiel, _ = meegeleverd()
    rauw = [maak_groep(f"groep-{nummer}", **deel) for nummer, deel in enumerate(groepen)]

    anders = data.draw(st.permutations(rauw))

    assert _samen(profiel, rauw) == _samen(profiel, anders)


@given(groepen=st.lists(_GROEP, max_size=4))
def test_wat_leden_doen_is_samen_wat_groepen_doen(groepen: list[dict[str, Any]]) -> None:
    profiel, _ = meegeleverd()
    rauw = [als_groep(profiel, maak_groep(f"groep-{n}", **deel)) for n, deel in enumerate(groepen)]

    overzicht = maak_overzicht(rauw, Jaaragenda(_LIJST), OP)

    assert sum(werk.fte for werk in overzicht.leden) == overzicht.fte
    assert sum(werk.zonder_fte for werk in overzicht.leden) == overzicht.zonder_fte
