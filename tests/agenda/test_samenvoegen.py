"""Putting files together: nothing is lost, no order matters, and a choice is what somebody said."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Any

import openpyxl
from bouwers_agenda import CRITERIA, Rauw, maak_onderwerp, meegeleverd, meegeleverde_lijst
from bouwers_samenvoegen import schrijf_csv
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.invoer.inbreng import Inbrenglezer
from agenda.invoer.onderwerpen import onderwerpen_uit
from agenda.invoer.ruwbestand import Regiokennis, Ruwbestand
from agenda.invoer.samengevoegd import dossierbestanden
from agenda.samenvoegen import schrijf_dossier, voeg_bestanden_samen
from agenda.samenvoeging.beslissingen import Beslissingen
from agenda.samenvoeging.samenvoegen import voeg_samen
from regels.lezen.tekst import schone_tekst
from regels.lezen.yaml import Gelezen, ontleed_yaml
from regels.volger import stil

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.samenvoeging.inbreng import Inbreng
    from regels.melding import Melding

TEKST = st.text("aé \"'=:#\n{[-\u2028", max_size=12).map(schone_tekst)
REGEL = st.sampled_from(("Wonen", "=1+1", "- a: [b] # c", "Zij zei «ja»", "2027", "nee", "É"))
ANTWOORD = st.sampled_from(("ja", "nee", "onbekend"))
VELDEN = {
    "titel": REGEL,
    "thema": st.sampled_from(("wonen", "participatie", "organisatie")),
    "toelichting": TEKST,
    "plannen": st.none() | st.lists(st.sampled_from(("samen-dichtbij", "regioplan-bw"))),
    "voorstellen": st.none() | st.lists(st.integers(1, 25), max_size=3),
    "regios": st.none() | st.lists(st.sampled_from(("rijk-van-nijmegen", "rivierenland"))),
    "afstemming_nodig": st.none() | ANTWOORD,
    "inspanning_fte": st.none() | st.integers(0, 999).map(lambda n: Decimal(n) / 10),
    "kosten_euro": st.none() | st.integers(0, 10**9),
    "bevoegdheid": st.none() | st.sampled_from(("college", "raad")),
    "ingediend_door": st.none() | st.just("GM0268"),
    "urgent": st.none() | ANTWOORD,
    "criteria": st.dictionaries(
        st.sampled_from([*CRITERIA]),
        st.fixed_dictionaries({"waarde": ANTWOORD, "onderbouwing": TEKST, "lezing": TEKST}),
    ),
}


@st.composite
def bestanden(draw: st.DrawFn, codes: str = "abcd") -> list[Rauw]:
    """What one file says of some topics."""
    gekozen = draw(st.lists(st.sampled_from(codes), unique=True, max_size=4))
    rijen = []
    for code in gekozen:
        rij = {naam: draw(waarde) for naam, waarde in VELDEN.items()}
        rijen.append(maak_onderwerp(f"topic-{code}", **rij))
    return rijen


def _inbreng(bestand: str, wie: str | None, rijen: list[Rauw]) -> Inbreng:
    """What a file brings in; the names of the others stand in `TITELS`."""
    profiel, _ = meegeleverd()
    gelezen = Gelezen({"onderwerpen": rijen}, bestand)
    ruw = Ruwbestand(bestand, {"onderwerpen": gelezen})
    kennis = Regiokennis(profiel, meegeleverde_lijst())
    naam = None if wie is None else (wie,)
    inbreng = Inbrenglezer(ruw, kennis, {}).lees(naam)
    assert not ruw.meldingen, ruw.meldingen
    return inbreng


def _samen(*inbreng: Inbreng) -> dict[str, bytes]:
    profiel, _ = meegeleverd()
    velden = Regiokennis(profiel, meegeleverde_lijst()).velden
    samen = voeg_samen(inbreng, Beslissingen(), velden)
    return {} if samen.zonder_naam else dossierbestanden(samen)


def _onderwerpen(gelezen: Gelezen) -> tuple[Onderwerp, ...]:
    meldingen: list[Melding] = []
    profiel, _ = meegeleverd()
    onderwerpen = onderwerpen_uit(gelezen, profiel, meegeleverde_lijst(), meldingen)
    assert not meldingen, meldingen
    return onderwerpen


def _kopie(rijen: list[Rauw]) -> list[Rauw]:
    return [{**rij, "criteria": dict(rij["criteria"])} for rij in rijen]


@settings(max_examples=20)
@given(bestanden())
def test_wat_een_bestand_zegt_komt_ongeschonden_in_het_dossier(rijen: list[Rauw]) -> None:
    zoals_getypt = _onderwerpen(Gelezen({"onderwerpen": _kopie(rijen)}, "x"))

    tekst = _samen(_inbreng("eigen.yaml", None, _kopie(rijen)))["onderwerpen.yaml"].decode()

    assert _onderwerpen(ontleed_yaml(tekst, "onderwerpen.yaml")) == zoals_getypt


@settings(max_examples=20)
@given(st.tuples(bestanden("ab"), bestanden("ab"), bestanden("bc")))
def test_geen_volgorde_van_bestanden_of_rijen_doet_ertoe(delen: tuple[list[Rauw], ...]) -> None:
    leden = ("GM0268", "GM0281", "GM0225")

    def samen(orde: tuple[int, ...], stap: int) -> dict[str, bytes]:
        zonder_lid = [
            [{**rij, "ingediend_door": None} for rij in _kopie(deel)[::stap]] for deel in delen
        ]
        inbreng = [_inbreng(f"{leden[n]}.csv", leden[n], zonder_lid[n]) for n in orde]
        return _samen(*inbreng)

    eerste = samen((0, 1, 2), 1)
    for orde in permutations(range(3)):
        assert samen(orde, -1) == eerste


EEN = maak_onderwerp(
    titel="Eén",
    thema="wonen",
    plannen=["samen-dichtbij"],
    voorstellen=[1, 7],
    regios=["rivierenland"],
    afstemming_nodig="ja",
    afhankelijk_van=["ander"],
    inspanning_fte=Decimal("0.4"),
    kosten_euro=50000,
    bevoegdheid="college",
    urgent="ja",
    criteria={},
)
ANDER = maak_onderwerp(
    titel="Ander",
    thema="participatie",
    plannen=[],
    voorstellen=[14],
    regios=[],
    afstemming_nodig="nee",
    afhankelijk_van=[],
    inspanning_fte=2,
    kosten_euro=0,
    bevoegdheid="raad",
    urgent="nee",
    criteria={},
)


def test_wie_overal_kiest_wat_een_bestand_zegt_krijgt_dat_onderwerp(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    map_ = tmp_path / "gemeenten"
    map_.mkdir()
    hulp = maak_onderwerp("ander", titel="Waar het op wacht", criteria={})
    schrijf_csv(map_ / "Nijmegen.csv", [EEN, hulp])
    schrijf_csv(map_ / "Tiel.csv", [ANDER])
    schrijf_dossier(voeg_bestanden_samen([map_], tmp_path, None, stil))

    door = {"ingediend_door": ["Nijmegen", "Tiel"]}
    for bestand, onderwerp in (("Nijmegen.csv", EEN), ("Tiel.csv", ANDER)):
        _kies(tmp_path / "samenvoegen.xlsx", bestand)
        werk = voeg_bestanden_samen([map_], tmp_path, None, stil)
        assert werk.fouten == ()
        assert werk.verslag.samen.open == 0
        schrijf_dossier(werk)
        gelezen = ontleed_yaml((tmp_path / "onderwerpen.yaml").read_text(encoding="utf-8"), "x")
        gemaakt = {o.code: o for o in _onderwerpen(gelezen)}
        rijen = [{**onderwerp, **door}, dict(hulp)]
        (verwacht,) = (
            o for o in _onderwerpen(Gelezen({"onderwerpen": rijen}, "x")) if o.code == "wijk-ggz"
        )
        assert gemaakt["wijk-ggz"] == verwacht


def _kies(pad: Path, bestand: str) -> None:
    """Choose everywhere what one file says, as it stands under «Wie zegt wat»."""
    boek = openpyxl.load_workbook(pad)
    for rij in boek["Beslist"].iter_rows(min_row=3):
        gezegd: Any = rij[6].value
        (regel,) = (regel for regel in gezegd.split("\n") if f"({bestand}:" in regel)
        rij[5].value = regel.rpartition(": ")[0]
    boek.save(pad)
