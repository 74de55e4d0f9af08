"""A year plan where municipalities differ: what trying every plan with fractions says."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from fractions import Fraction
from math import lcm
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, ranglijst_uit
from bouwers_oordelen import maak_verdeeld_dossier, stemmen, willekeurig
from bouwers_plan import alle_plannen, sleutel, tellende

from agenda.jaar import noemer
from agenda.jaar.jaarplan import Jaarplan, jaarplan_van, maak_jaarplan
from agenda.jaar.kegel import inproduct
from agenda.jaar.noemer import TeFijn
from agenda.jaar.wegingen import wegingskegel
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.jaar.jaarplan import toon_jaarplan

Delen = dict[str, list[Fraction]]
"""Topic → per criterion the share that counts."""


def plan_van(
    zaad: int, aantal: int = 6, jaren: int = 1, *, onbekend: bool = True, fijn: bool = False
) -> Jaarplan:
    """A plan of random topics; `fijn` makes of each topic another number speak."""
    wil = random.Random(zaad)
    onderwerpen, rijen, gewichten = willekeurig(zaad, aantal)
    if fijn:
        rijen = [
            rij
            for nummer, sprekers in zip(range(aantal), (13, 11, 9, 8, 7, 5), strict=True)
            for criterium in CRITERIA
            for rij in stemmen(f"a-{nummer}", criterium, "".join(wil.choices("jn?", k=sprekers)))
        ]
    if not onbekend:
        rijen = [rij for rij in rijen if rij["waarde"] != "onbekend"]
    for nummer, onderwerp in enumerate(onderwerpen):
        onderwerp["inspanning_fte"] = Decimal(f"{wil.randrange(1, 18) / 10:.1f}")
        onderwerp["afhankelijk_van"] = [f"a-{wil.randrange(nummer)}"] if nummer % 3 == 2 else []
    with TemporaryDirectory() as map_:
        dossier = maak_verdeeld_dossier(Path(map_), onderwerpen, rijen, gewichten=gewichten)
        return maak_jaarplan(ranglijst_uit(dossier), jaren)


def delen_van(plan: Jaarplan, *tellen: str) -> list[list[Fraction]]:
    """Counted from the answers themselves."""
    uit = []
    for b in plan.opgave.onderwerpen:
        uitslag = b.uitslag
        if uitslag.tellingen:
            per_telling = ([getattr(t, naam) for naam in tellen] for t in uitslag.tellingen)
            aantallen = [t.aantal for t in uitslag.tellingen]
            uit.append([Fraction(sum(t), n) for t, n in zip(per_telling, aantallen, strict=True)])
        else:
            uit.append([Fraction(o.uitkomst in tellen) for o in uitslag.criteria])
    return uit


def punten(gekozen: set[int], delen: list[list[Fraction]], weegt: list[int]) -> Fraction:
    return sum((w * d for i in gekozen for w, d in zip(weegt, delen[i], strict=True)), Fraction(0))


def in_plan(periode: tuple[int | None, ...]) -> set[int]:
    return {i for i, p in enumerate(periode) if p is not None}


@pytest.mark.parametrize("zaad", range(6))
@pytest.mark.parametrize("fijn", [False, True])
def test_het_plan_is_het_eerste_van_alle_plannen(zaad: int, *, fijn: bool) -> None:
    plan = plan_van(zaad, jaren=1 + zaad % 2, fijn=fijn)
    delen, weegt = delen_van(plan, "ja"), [*plan.lijst.gewichten.values()]
    waarden = [punten({i}, delen, weegt) for i in range(plan.opgave.stuk.aantal)]
    alle = [*alle_plannen(plan.opgave.stuk)]

    beste = min(alle, key=lambda p: sleutel(p, waarden, frozenset()))
    assert plan.plan.periode == beste
    assert plan.punten == plan.hoogstens == punten(in_plan(beste), delen, weegt)
    for b in plan.weggelaten:
        nummer = plan.opgave.onderwerpen.index(b)
        met = [p for p in alle if p[nummer] is not None]
        wissel = plan.verdringt(b.code)
        if not met:
            assert wissel is None
            continue
        ander = min(met, key=lambda p: sleutel(p, waarden, plan.plan.gekozen))
        assert wissel is not None
        assert wissel.kost == plan.punten - punten(in_plan(ander), delen, weegt)
        assert set(wissel.erin) == {*plan.opgave.codes(frozenset(in_plan(ander) - in_plan(beste)))}


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(4))
@pytest.mark.parametrize("fijn", [False, True])
def test_kern_bespreken_en_niet_zijn_die_van_alle_plannen(zaad: int, *, fijn: bool) -> None:
    plan = plan_van(zaad, 6 if fijn else 5, fijn=fijn)
    alle = frozenset(range(plan.opgave.stuk.aantal))
    gevonden = []
    for tellen in (("ja",), ("ja", "onbekend")):
        delen = delen_van(plan, *tellen)
        keer = lcm(*(deel.denominator for rij in delen for deel in rij))
        geheel = [tuple(int(deel * keer) for deel in rij) for rij in delen]
        plannen = tellende(plan.opgave.stuk, geheel, wegingskegel(5))
        gevonden.append((alle.intersection(*plannen), alle - frozenset().union(*plannen)))
    (kern, niet), (kern_ja, niet_ja) = gevonden
    labels = plan.houdbaarheid.labels

    assert labels.volledig
    assert set(labels.kern) == {*plan.opgave.codes(kern & kern_ja)}
    assert set(labels.niet) == {*plan.opgave.codes(niet & niet_ja)}
    assert set(labels.hangt_af_van) == {*plan.opgave.codes((kern ^ kern_ja) | (niet ^ niet_ja))}


@pytest.mark.parametrize("zaad", range(3))
@pytest.mark.parametrize("fijn", [False, True])
def test_spijt_is_het_meeste_dat_een_hoek_mist_en_de_minste_spijt_ook(
    zaad: int, *, fijn: bool
) -> None:
    plan = plan_van(zaad, fijn=fijn)
    delen = delen_van(plan, "ja")
    hoeken = [hoek.vector for hoek in wegingskegel(5).hoeken]
    tellingen = {
        p: [sum((delen[i][k] for i in in_plan(p)), Fraction(0)) for k in range(5)]
        for p in alle_plannen(plan.opgave.stuk)
    }
    hoogste = [max(inproduct(h, t) for t in tellingen.values()) for h in hoeken]

    def spijt(telling: list[Fraction]) -> Fraction:
        return max(
            Fraction(most - inproduct(h, telling)) / sum(h)
            for h, most in zip(hoeken, hoogste, strict=True)
        )

    houdbaar = plan.houdbaarheid
    assert houdbaar.spijt.mist == spijt(tellingen[plan.plan.periode])
    assert houdbaar.minste_spijt[1] == min(map(spijt, tellingen.values()))
    assert spijt(tellingen[houdbaar.minste_spijt[0].periode]) == houdbaar.minste_spijt[1]


def test_het_deel_van_de_wegingen_klopt_waar_het_te_berekenen_is() -> None:
    """Of two that do not fit together, one counts 12/13 of one criterion, one 4/13 of another."""
    onderwerpen = [maak_onderwerp(c, inspanning_fte=2, criteria=None) for c in ("aa", "bb")]
    rijen = [
        rij
        for code, eigen, ja in (("aa", "veiligheid", 12), ("bb", "wetswijziging", 4))
        for criterium in CRITERIA
        for rij in stemmen(code, criterium, "j" * ja * (criterium == eigen) + "n" * 13)
    ]
    with TemporaryDirectory() as map_:
        plan = maak_jaarplan(ranglijst_uit(maak_verdeeld_dossier(Path(map_), onderwerpen, rijen)))

    assert plan.opgave.noemer == 13
    assert plan.houdbaarheid.deel_wegingen["aa"] == pytest.approx(12 / 16, abs=0.01)


def test_punten_die_niet_heel_zijn_staan_er_als_breuk_en_afgerond() -> None:
    plan = plan_van(1, onbekend=False)
    uit = json.loads(toon_jaarplan(plan).als("json", 100))

    assert isinstance(plan.punten, Fraction)
    assert uit["waarde"] == str(plan.punten)
    assert uit["marge"] == 0
    tekst = " ".join(toon_jaarplan(plan).als("tabel", 300).split())
    assert f"Het plan haalt {float(plan.punten):.2f}".replace(".", ",") in tekst


def test_te_fijne_punten_worden_geweigerd_en_nergens_half_geteld(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lijst = plan_van(2).lijst
    monkeypatch.setattr(noemer, "MAX_NOEMER", 10)

    with pytest.raises(TeFijn):
        maak_jaarplan(lijst)
    assert jaarplan_van(Jaaragenda(lijst)) is None
