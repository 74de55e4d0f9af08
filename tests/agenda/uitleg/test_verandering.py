"""The smallest change really turns the outcome, and nothing smaller does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    BEIDE,
    CRITERIA,
    Rauw,
    maak_onderwerp,
    meegeleverd,
    onderwerpen_van,
    plaatsen,
    ranglijst_van,
)
from bouwers_regels import maak_regel, maak_voorwaarde
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import gewichten, niet_toegelaten, toegelaten

from agenda.gewichten.proef import herweeg
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.onderwerp import Dossier
from agenda.rangorde.eisen import eisen_van, te_veranderen
from agenda.rangorde.prioritering import prioriteer
from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import leg_uit
from agenda.uitleg.wijziging import Feitwijziging, Gewichtwijziging
from agenda.weergave.uitleg.verandering import verandering_tak
from regels.model import Veld
from regels.operatoren import VERGELIJKWOORDEN
from regels.referentie import oordeel
from regels.regelset import Regelset
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.wijziging import Doel, Verandering
    from agenda.weergave.vormen import Tak
    from regels.model import Regel, Waarde

PLANNEN = ["samen-dichtbij", "regioplan-bw"]
GETALVELDEN, KEUZEVELD, HOOGSTE = ("a", "b"), "c", 4
VELDEN = {naam: Veld(naam, naam) for naam in GETALVELDEN} | {
    KEUZEVELD: Veld(KEUZEVELD, KEUZEVELD, ("ja", "nee", "wie-weet"))
}
WAARDEN: dict[str, tuple[Waarde, ...]] = {
    "a": tuple(range(HOOGSTE + 1)),
    "b": tuple(range(HOOGSTE + 1)),
    "c": VELDEN["c"].keuzes,
}


def veranderingen_van(ranglijst: Ranglijst, code: str) -> dict[Doel, Verandering]:
    return {v.doel: v for v in Jaaragenda(ranglijst).veranderingen(code)}


def tak_van(ranglijst: Ranglijst, code: str) -> Tak:
    agenda = Jaaragenda(ranglijst)
    return verandering_tak(agenda.veranderingen(code), agenda.uitleg(code).plaats)


def pas_toe(onderwerp: Rauw, wijziging: Feitwijziging) -> Rauw:
    """The topic with that fact changed, in the words of a dossier."""
    veld, nieuw = wijziging.veld.naam, wijziging.nieuw
    if veld in CRITERIA:
        return onderwerp | {"criteria": onderwerp["criteria"] | {veld: nieuw}}
    if veld == "afstemming_nodig":
        return onderwerp | {veld: nieuw}
    assert isinstance(nieuw, int)
    lijst = {"aantal_geraakte_deelregios": BEIDE, "aantal_geldige_planrelaties": PLANNEN}[veld]
    naam = "regios" if lijst is BEIDE else "plannen"
    return onderwerp | {naam: lijst[:nieuw]}


@settings(max_examples=80)
@given(niet_toegelaten())
def test_met_alle_genoemde_feiten_anders_is_het_toegelaten_en_met_minder_niet(
    onderwerp: Rauw,
) -> None:
    (mogelijkheid,) = veranderingen_van(ranglijst_van(onderwerp), "proef")[
        "toelating"
    ].mogelijkheden

    for aantal in range(len(mogelijkheid.wijzigingen) + 1):
        for deel in combinations(mogelijkheid.wijzigingen, aantal):
            anders = onderwerp
            for wijziging in deel:
                assert isinstance(wijziging, Feitwijziging)
                anders = pas_toe(anders, wijziging)
            gelukt = leg_uit(ranglijst_van(anders), "proef").status == "toegelaten"
            assert gelukt == (aantal == len(mogelijkheid.wijzigingen))


voorwaarden = st.builds(
    maak_voorwaarde,
    st.sampled_from(GETALVELDEN),
    st.sampled_from(VERGELIJKWOORDEN),
    st.integers(0, HOOGSTE + 1),
) | st.builds(
    maak_voorwaarde,
    st.just(KEUZEVELD),
    st.sampled_from(("is", "niet")),
    st.sampled_from(WAARDEN[KEUZEVELD]),
)
regellijsten = st.lists(
    st.lists(voorwaarden, min_size=1, max_size=3).map(lambda als: maak_regel(*als)),
    min_size=1,
    max_size=3,
)
feiten = st.fixed_dictionaries(
    {naam: st.none() | st.sampled_from(waarden) for naam, waarden in WAARDEN.items()}
)


def kleinste_sets(regels: list[Regel], nu: Mapping[str, Waarde | None]) -> set[frozenset[str]]:
    """All smallest sets of facts that could be different, by trying every combination of values."""
    gelukt = set()
    for waarden in product(*((w, *WAARDEN[naam]) for naam, w in nu.items())):
        dan = dict(zip(nu, waarden, strict=True))
        if all(oordeel(regel, dan).uitkomst == "ja" for regel in regels):
            gelukt.add(frozenset(naam for naam in nu if dan[naam] != nu[naam]))
    return {een for een in gelukt if not any(ander < een for ander in gelukt)}


@settings(max_examples=150)
@given(regellijsten, feiten)
def test_de_kleinste_verandering_is_wat_uitproberen_van_alles_ook_vindt(
    regels: list[Regel], nu: dict[str, Waarde | None]
) -> None:
    anders = te_veranderen(eisen_van(regels), nu, VELDEN, dict.fromkeys(VELDEN, HOOGSTE))

    if None in anders.values():
        assert kleinste_sets(regels, nu) == set()
    else:
        assert kleinste_sets(regels, nu) == {frozenset(anders)}
        dan = nu | anders
        assert all(oordeel(regel, dan).uitkomst == "ja" for regel in regels)
        for naam in set(anders) & set(GETALVELDEN):
            verder = abs(_getal(anders[naam]) - _getal(nu[naam]))
            for waarde in WAARDEN[naam]:
                if abs(_getal(waarde) - _getal(nu[naam])) < verder:
                    dichterbij = dan | {naam: waarde}
                    assert any(oordeel(r, dichterbij).uitkomst != "ja" for r in regels)


def _getal(waarde: Waarde | None) -> int:
    """An unknown number counts as 0: the lowest that would do is the nearest."""
    return waarde if isinstance(waarde, int) else 0


GELUKT: dict[Doel, Callable[[int, int], bool]] = {
    "hoger": lambda oud, nieuw: nieuw < oud,
    "lager": lambda oud, nieuw: nieuw > oud,
    "in-top": lambda oud, nieuw: oud > TOP >= nieuw,
    "uit-top": lambda oud, nieuw: oud <= TOP < nieuw,
}


def controleer_plaatsen(lijst: list[Rauw], weegt: dict[str, int]) -> None:
    """Hold what is said of the first topic against a list made anew for every change there is."""
    eerste, *rest = lijst
    code = eerste["code"]
    ranglijst = ranglijst_van(*lijst, gewichten=weegt)
    oud = plaatsen(ranglijst)[code]
    per_tag = {}
    for criterium, waarde in product(CRITERIA, ("ja", "nee")):
        if eerste["criteria"][criterium] != waarde:
            anders = eerste | {"criteria": eerste["criteria"] | {criterium: waarde}}
            nieuw = ranglijst_van(anders, *rest, gewichten=weegt)
            per_tag[criterium, waarde] = plaatsen(nieuw)[code]
    per_gewicht = {
        (criterium, gewicht): plaatsen(herweeg(ranglijst, {criterium: gewicht}))[code]
        for criterium, gewicht in product(CRITERIA, range(101))
    }

    gezegd = veranderingen_van(ranglijst, code)

    verwachte_doelen = {"hoger", "lager"}
    if len(lijst) > TOP:
        verwachte_doelen.add("in-top" if oud > TOP else "uit-top")
    assert set(gezegd) == verwachte_doelen
    for doel, verandering in gezegd.items():
        tags = {wat: n for wat, n in per_tag.items() if GELUKT[doel](oud, n)}
        wegen = {wat: n for wat, n in per_gewicht.items() if GELUKT[doel](oud, n)}
        stap = {wat: abs(wat[1] - weegt[wat[0]]) for wat in wegen}
        kleinste = {wat: n for wat, n in wegen.items() if stap[wat] == min(stap.values())}
        gevonden = {}
        for mogelijkheid in verandering.mogelijkheden:
            (wijziging,) = mogelijkheid.wijzigingen
            if isinstance(wijziging, Gewichtwijziging):
                wat: tuple[str, Waarde] = (wijziging.criterium.code, wijziging.nieuw)
            else:
                wat = (wijziging.veld.naam, wijziging.nieuw)
            gevonden[wat] = mogelijkheid.plaats
        assert gevonden == (tags or kleinste), doel


@settings(max_examples=30)
@given(toegelaten(), gewichten() | gewichten(100))
def test_de_kleinste_verandering_van_plaats_is_wat_uitproberen_van_alles_ook_vindt(
    lijst: list[Rauw], weegt: dict[str, int]
) -> None:
    controleer_plaatsen(lijst, weegt)


@pytest.mark.traag
@settings(max_examples=25)
@given(toegelaten(minstens=TOP + 1, hoogstens=TOP + 3), gewichten())
def test_ook_de_verandering_in_of_uit_de_top_klopt(
    lijst: list[Rauw], weegt: dict[str, int]
) -> None:
    controleer_plaatsen(lijst, weegt)


def test_doet_geen_enkel_feit_het_dan_doet_een_gewicht_het() -> None:
    """Two points behind, one tag is not enough; two topics with the same tags never part."""
    voor = maak_onderwerp("voor", criteria=["wetswijziging", "wal-en-schip", "veiligheid"])
    achter = maak_onderwerp("achter", criteria=["laaghangend-fruit"])
    ranglijst = ranglijst_van(voor, achter, gewichten={"veiligheid": 5})

    hoger = veranderingen_van(ranglijst, "achter")["hoger"]

    assert [m.plaats for m in hoger.mogelijkheden] == [1]
    (wijziging,) = hoger.mogelijkheden[0].wijzigingen
    assert isinstance(wijziging, Gewichtwijziging)
    assert (wijziging.criterium.code, wijziging.gewicht, wijziging.nieuw) == (
        "laaghangend-fruit",
        1,
        7,
    )
    zinnen = [tak.zin for tak in tak_van(ranglijst, "achter").takken]
    assert zinnen[0] == (
        "Het zou hoger staan als dit anders was: gewicht van laaghangend fruit: 7 (nu: 1);"
        " dan plaats 1."
    )


def ranglijst_met(onderwerp: Rauw, *regels: Regel) -> Ranglijst:
    """The list of one topic and a few others under the shipped criteria and these rules."""
    profiel, regelset = meegeleverd()
    eigen = {regel.code for regel in regels}
    samen = (
        *regels,
        *(r for r in regelset.regels if r.soort == "criterium" and r.code not in eigen),
    )
    ander = maak_onderwerp("ander", criteria=["veiligheid"], kosten_euro=500, bevoegdheid="raad")
    dossier = Dossier(
        Instellingen(jaar=2027, profiel="proef", peildatum=date(2027, 1, 1)),
        onderwerpen_van(onderwerp, ander),
    )
    velden = regelset.velden
    return prioriteer(
        dossier, profiel, Regelset(samen, velden), maak=lambda rs: Toetser(rs, motor=None)
    )


def uitgangspunt(code: str, *als: tuple[str, Any, Waarde]) -> Regel:
    return maak_regel(*(maak_voorwaarde(*deel) for deel in als), code=code)


def criterium(code: str, *als: tuple[str, Any, Waarde]) -> Regel:
    return replace(uitgangspunt(code, *als), soort="criterium", titel=code.title())


def zinnen_van(ranglijst: Ranglijst, code: str) -> list[str]:
    tak = tak_van(ranglijst, code)
    return [zin for deel in tak.takken for zin in (deel.zin, *(blad.zin for blad in deel.takken))]


def test_twee_regels_over_hetzelfde_feit_vragen_samen_een_waarde() -> None:
    ranglijst = ranglijst_met(
        maak_onderwerp(kosten_euro=900),
        uitgangspunt("niet-duur", ("kosten_euro", "hoogstens", 500)),
        uitgangspunt("niet-klein", ("kosten_euro", "minstens", 100), ("kosten_euro", "niet", 500)),
    )

    (mogelijkheid,) = veranderingen_van(ranglijst, "wijk-ggz")["toelating"].mogelijkheden

    (wijziging,) = mogelijkheid.wijzigingen
    assert isinstance(wijziging, Feitwijziging)
    assert (wijziging.gevonden, wijziging.nieuw) == (900, 499)
    (zin,) = zinnen_van(ranglijst, "wijk-ggz")
    gevraagd = "hoogstens 500 euro, minstens 100 euro en niet 500 euro"
    assert zin == f"Het zou worden toegelaten als dit anders was: kosten: {gevraagd} (nu: 900)."


@pytest.mark.parametrize(
    ("regels", "belet"),
    [
        (
            [
                uitgangspunt("duur", ("kosten_euro", "minstens", 900)),
                uitgangspunt("niet-duur", ("kosten_euro", "minder_dan", 900)),
            ],
            "kosten: minstens 900 euro en minder dan 900 euro",
        ),
        (
            [uitgangspunt("drie", ("aantal_geraakte_deelregios", "minstens", 3))],
            "deelregio's die het onderwerp raakt: minstens 3 deelregio's",
        ),
    ],
    ids=["regels die elkaar uitsluiten", "meer deelregio's dan er zijn"],
)
def test_kan_geen_enkele_waarde_het_dan_staat_erbij_waarom(regels: list[Regel], belet: str) -> None:
    ranglijst = ranglijst_met(maak_onderwerp(kosten_euro=900), *regels)

    verandering = veranderingen_van(ranglijst, "wijk-ggz")["toelating"]

    assert (verandering.mogelijkheden, verandering.belet) == ((), (belet,))
    zin, reden = zinnen_van(ranglijst, "wijk-ggz")
    assert zin.startswith("Geen enkel ander feit is genoeg")
    assert reden == belet


@pytest.mark.parametrize(("grens", "verwacht"), [(200, {("kosten_euro", 800, 199)}), (90, set())])
def test_een_feit_dat_ook_over_toelating_gaat_telt_alleen_als_die_blijft(
    grens: int, verwacht: set[tuple[str, Waarde | None, Waarde]]
) -> None:
    """Below the limit the topic would score, but below 100 it would not be admitted any more."""
    ranglijst = ranglijst_met(
        maak_onderwerp(kosten_euro=800),
        uitgangspunt("niet-klein", ("kosten_euro", "minstens", 100)),
        criterium("laaghangend-fruit", ("kosten_euro", "minder_dan", grens)),
        criterium("wal-en-schip", ("bevoegdheid", "is", "college")),
    )

    hoger = veranderingen_van(ranglijst, "wijk-ggz")["hoger"]

    gevonden = {
        (wijziging.veld.naam, wijziging.gevonden, wijziging.nieuw)
        for mogelijkheid in hoger.mogelijkheden
        for wijziging in mogelijkheid.wijzigingen
        if isinstance(wijziging, Feitwijziging)
    }
    assert gevonden == verwacht | {
        ("bevoegdheid", None, "college"),
        *((code, "nee", "ja") for code in ("wetswijziging", "veiligheid", "borging-samenwerking")),
    }
    zin = "kosten: 199 euro (nu: 800); dan plaats 1"
    assert (zin in zinnen_van(ranglijst, "wijk-ggz")) == bool(verwacht)
