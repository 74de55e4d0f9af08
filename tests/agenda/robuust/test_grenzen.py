"""Limits on the weights: drawn evenly within them, told in every form, refused when impossible."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from bouwers_agenda import CRITERIA, fouten_van, maak_dossier, maak_onderwerp, ranglijst_uit
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from patronen_agenda import delen

from agenda.onderwerp.grens import Grens, geen_ruimte, vernauw
from agenda.robuust.exact import Exact
from agenda.robuust.gewichten import TeWeinig, marge, trek_alle, trek_met_eis
from agenda.robuust.grenzen import trek_binnen, trek_passend
from agenda.robuust.robuustheid import Robuustheid, onderzoek
from agenda.robuust.trekkingen import Trekkingen
from agenda.robuust.wegingen import altijd_boven
from agenda.uitleg.paar import zet_tegenover
from agenda.uitleg.uitleg import leg_uit
from agenda.weergave.robuust.robuust import toon_robuust
from agenda.weergave.uitleg.paar import toon_paar
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.robuust.gewichten import Matrix
    from agenda.robuust.wegingen import Orde

MARGE = 1.5 * marge(100_000)
"""Many shares at once, with a fixed seed."""
CODES = tuple(CRITERIA)
VRIJ = Grens()
GETAL = st.integers(1, 60)
GRENS = st.builds(lambda laag, extra: Grens(laag, min(laag + extra, 100)), GETAL, GETAL)
GRENZEN = {
    "een grens": [Grens(10, 40), VRIJ, VRIJ, VRIJ, VRIJ],
    "drie heel licht": [Grens(0, 5), Grens(0, 5), Grens(0, 5), VRIJ, VRIJ],
    "elk een eigen": [Grens(15, 25), Grens(10, 60), Grens(0, 30), Grens(5, 35), Grens(20, 45)],
    "bijna vast": [Grens(19, 21)] * 5,
    "twee": [Grens(30, 70), Grens(40, 65)],
    "acht": [Grens(5, 20)] * 8,
}
ORDES: list[Orde] = [
    (frozenset({0}), frozenset({1}), frozenset({2}), frozenset({3}), frozenset({4})),
    (frozenset({1}), frozenset({0, 3})),
    (frozenset({4, 3}), frozenset({0})),
]


def met_verwerpen(grenzen: list[Grens], aantal: int) -> Matrix:
    """The plain way, without counting: draw above the least weights, and drop what does not fit."""
    laag = np.array([grens.minstens for grens in grenzen]) / 100
    hoog = np.array([grens.hoogstens for grens in grenzen]) / 100
    boven = trek_alle(len(grenzen))(np.random.default_rng(7), aantal)
    gewichten = laag + (1 - laag.sum()) * boven
    past: Matrix = gewichten[(gewichten <= hoog).all(axis=1)]
    return past


def aandeel(wegingen: Trekkingen, een: int, ander: int, aantal: int) -> float:
    paar = (delen(een, aantal), delen(ander, aantal))
    return wegingen.wint([paar])[0] / wegingen.totaal


def van(map_: Path, *patronen: list[str], **instellingen: Any) -> Robuustheid:
    onderwerpen = [maak_onderwerp(f"a-{n}", criteria=c) for n, c in enumerate(patronen)]
    return onderzoek(ranglijst_uit(maak_dossier(map_, onderwerpen, **instellingen)))


@pytest.mark.traag
@pytest.mark.parametrize("grenzen", GRENZEN.values(), ids=GRENZEN)
def test_binnen_de_grenzen_is_elke_weging_even_waarschijnlijk(grenzen: list[Grens]) -> None:
    gewichten = trek_binnen(grenzen)(np.random.default_rng(1), 100_000)
    anders = met_verwerpen(grenzen, 1_000_000)

    assert np.allclose(gewichten.sum(axis=1), 1)
    assert (gewichten >= [g.minstens / 100 - 1e-12 for g in grenzen]).all()
    assert (gewichten <= [g.hoogstens / 100 + 1e-12 for g in grenzen]).all()
    ruis = 4.5 * (0.25 / 100_000 + 0.25 / len(anders)) ** 0.5
    for deel in (0.1, 0.35, 0.7):
        grens = np.quantile(anders, deel, axis=0)
        assert (abs((gewichten < grens).mean(axis=0) - deel) < ruis).all()
    samen, los = ((w[:, 0] > w[:, 1]).mean() for w in (gewichten, anders))
    assert abs(samen - los) < ruis


def test_een_klein_gebied_wordt_even_goed_gevuld() -> None:
    """Of all weightings fewer than one in ten thousand fits: dropping the others would not do."""
    gewichten = trek_binnen([Grens(0, 1)] * 4 + [VRIJ] * 2)(np.random.default_rng(1), 100_000)

    for criterium in range(4):  # hardly anything pulls at these: they lie evenly from 0 to 1%
        assert abs((gewichten[:, criterium] < 0.005).mean() - 0.5) < 3 * MARGE
    assert abs((gewichten[:, 4] > gewichten[:, 5]).mean() - 0.5) < MARGE


@pytest.mark.parametrize(
    ("grenzen", "een", "ander", "kans"),
    [
        # Two criteria: the first lies evenly between its limits, here from 20% to 60%.
        ([Grens(20, 60), VRIJ], 1, 2, Fraction(1, 4)),
        # Three: what is above the least is even. P(w > 1/2 | w >= 4/10) = (5/6)^2.
        ([Grens(40, 100), VRIJ, VRIJ], 1, 6, Fraction(25, 36)),
        # P(w > 1/2 | w <= 6/10) = (0.5^2 - 0.4^2) / (1 - 0.4^2).
        ([Grens(0, 60), VRIJ, VRIJ], 1, 6, Fraction(9, 84)),
        # Five: P(w > 1/2 | w >= 1/10) = (5/9)^4.
        ([Grens(10, 100), VRIJ, VRIJ, VRIJ, VRIJ], 1, 30, Fraction(5, 9) ** 4),
    ],
)
def test_met_een_grens_is_de_kans_wat_de_formule_zegt(
    grenzen: list[Grens], een: int, ander: int, kans: Fraction
) -> None:
    aantal = len(grenzen)
    gevonden = aandeel(Trekkingen(aantal, grenzen=grenzen), een, ander, aantal)
    assert abs(gevonden - kans) < MARGE


def test_grenzen_die_niets_zeggen_geven_het_precieze_antwoord(tmp_path: Path) -> None:
    los = {code: {"minstens": 0, "hoogstens": 100} for code in CODES}
    patronen = [["veiligheid"], ["wal-en-schip", "wetswijziging"], []]

    met = van(tmp_path / "met", *patronen, gewichtsgrenzen=los)
    zonder = van(tmp_path / "zonder", *patronen)

    assert met.trekking is None
    assert [s.verdeling for s in met.plaatskansen] == [s.verdeling for s in zonder.plaatskansen]


def test_bijna_losse_grenzen_geven_binnen_de_marge_het_precieze_antwoord() -> None:
    """No weight is above 99% more often than once in a hundred million."""
    precies, geloot = Exact(5), Trekkingen(5, grenzen=[Grens(0, 99)] * 5)
    aantallen = {delen(b): n for b, n in ((1, 2), (6, 1), (24, 1), (12, 3), (31, 1))}
    een, ander = precies.boven(aantallen), geloot.boven(aantallen)

    for patroon in aantallen:
        for n in range(9):
            kans = een[patroon].get(n, 0) / precies.totaal
            assert abs(kans - ander[patroon].get(n, 0) / geloot.totaal) < MARGE


@pytest.mark.traag
@pytest.mark.parametrize("orde", ORDES)
@pytest.mark.parametrize("grenzen", list(GRENZEN.values())[:4], ids=list(GRENZEN)[:4])
def test_grenzen_en_een_orde_gelden_allebei(grenzen: list[Grens], orde: Orde) -> None:
    nauw = vernauw(grenzen, orde)
    if nauw is None:
        with pytest.raises(TeWeinig):
            trek_passend(grenzen, orde)
        return
    gewichten = trek_passend(grenzen, orde)(np.random.default_rng(1), 50_000)
    anders = met_verwerpen(grenzen, 1_000_000)
    for zwaar, licht in pairwise(orde):
        for bron in (gewichten, anders):
            past = bron[:, sorted(zwaar)].min(axis=1) > bron[:, sorted(licht)].max(axis=1)
            if bron is gewichten:
                assert past.all()
            else:
                anders = anders[past]
    if len(anders) > 500:
        ruis = 4.5 * (0.25 / 50_000 + 0.25 / len(anders)) ** 0.5
        midden = np.median(anders, axis=0)
        assert (abs((gewichten < midden).mean(axis=0) - 0.5) < ruis).all()


def test_ver_uit_elkaar_liggende_grenzen_maken_een_orde_niet_duur() -> None:
    """What limits settle on their own needs no drawing again, however small its area."""
    gewichten = trek_passend([Grens(90, 100), VRIJ, VRIJ, VRIJ, VRIJ], ORDES[0])(
        np.random.default_rng(1), 10_000
    )

    assert (np.diff(gewichten, axis=1) < 0).all()


def test_een_eis_waar_weinig_aan_voldoet_wordt_snel_opgegeven() -> None:
    rondes = 0

    def tel(kans: np.random.Generator, aantal: int) -> Matrix:
        nonlocal rondes
        rondes += 1
        return trek_alle(2)(kans, aantal)

    with pytest.raises(TeWeinig):
        trek_met_eis(tel, lambda w: w[:, 0] > 0.999)(np.random.default_rng(1), 10_000)
    assert rondes <= 10


def test_een_enkele_trekking_wordt_niet_door_pech_opgegeven() -> None:
    trek = trek_met_eis(trek_alle(2), lambda w: w[:, 0] > 0.98)
    nauw = trek_binnen([Grens(5, 30)] * 6)

    for zaad in range(200):
        kans = np.random.default_rng(zaad)
        assert (trek(kans, 1)[0, 0] > 0.98, nauw(kans, 1).shape) == (True, (1, 6))


@pytest.mark.traag
@settings(max_examples=150)
@given(st.lists(GRENS, min_size=2, max_size=5), st.data())
def test_altijd_boven_is_wat_geen_enkele_weging_tegenspreekt(
    grenzen: list[Grens], data: st.DataObject
) -> None:
    assume(not geen_ruimte(grenzen))
    deel = st.sampled_from([0, 1, Fraction(4, 13), Fraction(9, 13)])
    patroon = st.tuples(*[deel] * len(grenzen))
    een, ander = data.draw(patroon), data.draw(patroon)
    gewichten = trek_binnen(grenzen)(np.random.default_rng(1), 4000)
    verschil = np.array([float(a - b) for a, b in zip(een, ander, strict=True)])

    if altijd_boven(een, ander, grenzen):
        assert (gewichten @ verschil > -1e-12).all()
        assert not altijd_boven(ander, een, grenzen)
    if altijd_boven(een, ander):
        assert altijd_boven(een, ander, grenzen)


@pytest.mark.parametrize(
    ("grenzen", "altijd"),
    [
        ([Grens(50, 100), VRIJ, VRIJ], True),  # half and more is never less than the rest
        ([Grens(49, 100), VRIJ, VRIJ], False),
        ([VRIJ, Grens(0, 20), Grens(0, 30)], True),
        ([VRIJ, Grens(0, 20), Grens(0, 31)], False),
    ],
)
def test_grenzen_kunnen_zelf_bepalen_wie_altijd_boven_staat(
    grenzen: list[Grens], *, altijd: bool
) -> None:
    assert altijd_boven(delen(1, 3), delen(6, 3), grenzen) is altijd


FOUTEN: dict[str, tuple[Any, str, str]] = {
    "samen te veel": (
        {"veiligheid": {"minstens": 60}, "wal-en-schip": {"minstens": 40}},
        "",
        "samen minder zijn dan 100 (nu 100)",
    ),
    "samen te weinig": (
        {code: {"hoogstens": 20} for code in CODES},
        "",
        "samen meer zijn dan 100 (nu 100)",
    ),
    "omgekeerd": (
        {"veiligheid": {"minstens": 40, "hoogstens": 10}},
        ".veiligheid.hoogstens",
        "(40)",
    ),
    "gelijk": ({"veiligheid": {"minstens": 40, "hoogstens": 40}}, ".veiligheid.hoogstens", "(40)"),
    "een breuk": ({"veiligheid": {"minstens": 0.1}}, ".veiligheid.minstens", "heel percentage"),
    "met procent": ({"veiligheid": {"hoogstens": "40%"}}, ".veiligheid.hoogstens", "zonder %"),
    "te hoog": ({"veiligheid": {"hoogstens": 140}}, ".veiligheid.hoogstens", "tot en met 100"),
    "onbekend criterium": ({"veilighied": {"hoogstens": 40}}, ".veilighied", "een criterium"),
    "onbekend veld": ({"veiligheid": {"minimaal": 40}}, ".veiligheid", "minstens of hoogstens"),
    "geen groep": ({"veiligheid": 40}, ".veiligheid", "minstens"),
    "een lijst": ([10, 40], "", "per criterium"),
}


@pytest.mark.parametrize(("grenzen", "veld", "verwacht"), FOUTEN.values(), ids=FOUTEN)
def test_een_onmogelijke_grens_wordt_op_haar_plek_geweigerd(
    grenzen: object, veld: str, verwacht: str, tmp_path: Path
) -> None:
    (fout,) = fouten_van(maak_dossier(tmp_path, [maak_onderwerp()], gewichtsgrenzen=grenzen))

    assert fout.veld == f"gewichtsgrenzen{veld}"
    assert verwacht in fout.verwacht
    assert (fout.plek.bestand, fout.plek.regel > 1) == ("dossier.yaml", True)


def test_grenzen_die_botsen_met_een_voorkeur_worden_geweigerd(tmp_path: Path) -> None:
    (fout,) = fouten_van(
        maak_dossier(
            tmp_path,
            [maak_onderwerp()],
            voorkeuren={"GM0268": ["veiligheid", "wal-en-schip"], "GM0281": ["wal-en-schip"]},
            gewichtsgrenzen={"veiligheid": {"hoogstens": 10}, "wal-en-schip": {"minstens": 10}},
        )
    )

    assert fout.verwacht == "grenzen waar de voorkeur van GM0268 bij past"


def test_grenzen_waar_een_voorkeur_bijna_nooit_bij_past_worden_geweigerd(tmp_path: Path) -> None:
    smal = {1: 28, 3: 11}
    grenzen = {CODES[n]: {"minstens": laag, "hoogstens": laag + 1} for n, laag in smal.items()}
    with pytest.raises(Invoerfout) as gevangen:
        van(
            tmp_path,
            ["veiligheid"],
            gewichtsgrenzen=grenzen,
            voorkeuren={"GM0268": [*CODES]},
        )
    (melding,) = gevangen.value.meldingen
    assert "GM0268" in melding.gevonden


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "md", "svg"])
def test_elke_vorm_zegt_dat_er_is_geschat_en_binnen_welke_grenzen(
    formaat: str, tmp_path: Path
) -> None:
    grenzen = {"veiligheid": {"minstens": 30, "hoogstens": 60}, "wal-en-schip": {"minstens": 5}}
    robuustheid = van(tmp_path, ["veiligheid"], ["wal-en-schip"], gewichtsgrenzen=grenzen)

    uit = toon_robuust(robuustheid).als(formaat, 200)

    if formaat == "json":
        waarde = json.loads(uit)
        assert waarde["methode"] == "monte-carlo"
        assert waarde["trekkingen"] == {"aantal": 100_000, "zaad": 2022, "marge": 0.003099}
        assert waarde["gewichtsgrenzen"] == {
            "wal-en-schip": {"minstens": 5, "hoogstens": 100},
            "veiligheid": {"minstens": 30, "hoogstens": 60},
        }
        return
    if formaat == "csv":
        rijen = list(csv.DictReader(uit.lstrip("\ufeff").splitlines(), delimiter=";"))
        uit = " ".join(rij["Gewichtsgrenzen"] + rij["Berekening"] for rij in rijen)
    tekst = " ".join(uit.split())
    assert "Wal en schip minstens 5% en Veiligheid 30% tot en met 60%" in tekst
    for deel in ("100.000", "zaad 2022", "0,3 procentpunt"):
        assert deel in tekst


def test_twee_onderwerpen_tegenover_elkaar_zegt_dat_grenzen_daar_niet_meetellen(
    tmp_path: Path,
) -> None:
    onderwerpen = [
        maak_onderwerp("een", criteria=["veiligheid"]),
        maak_onderwerp("ander", criteria=[]),
    ]
    met = {"gewichtsgrenzen": {"veiligheid": {"minstens": 5}}}
    for naam, instellingen, staat_er in (("met", met, True), ("zonder", {}, False)):
        lijst = ranglijst_uit(maak_dossier(tmp_path / naam, onderwerpen, **instellingen))
        tekst = toon_paar(zet_tegenover(leg_uit(lijst, "een"), leg_uit(lijst, "ander")), lijst).als(
            "tabel", 200
        )
        assert ("tellen hier niet mee; wel bij: agenda robuust" in tekst) is staat_er


@pytest.mark.parametrize(
    ("gewicht", "verwacht"),
    [(1, "Veiligheid telt daar voor 20%"), (2, None), (6, None), (7, "64%")],
)
def test_gewichten_van_het_dossier_die_buiten_de_grenzen_vallen_worden_genoemd(
    gewicht: int, verwacht: str | None, tmp_path: Path
) -> None:
    grenzen = {"veiligheid": {"minstens": 30, "hoogstens": 60}}
    gewichten = {"veiligheid": gewicht}
    uit = toon_robuust(van(tmp_path, [], gewichtsgrenzen=grenzen, gewichten=gewichten))
    tekst = uit.als("tabel", 200)

    assert ("vallen er zelf buiten" in tekst) == (verwacht is not None)
    assert (verwacht or "") in tekst
