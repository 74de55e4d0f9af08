"""A profile of form 1 stays readable for ever, with the hashes that it always had."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import kopie_van_profiel, lees, meegeleverd, ranglijst_uit, vervang

from agenda.invoer.profiel import lees_profiel
from agenda.onderwerp.invullijst import velden_voor
from agenda.rangorde.herkomst import herkomst_van, vingerafdruk
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.ranglijst import toon_ranglijst
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel

BESLUIT = Path(__file__).parents[2] / "oude-besluiten" / "2022-02-01"


@pytest.fixture
def profielmap(tmp_path: Path) -> Path:
    """A copy of a profile of form 1, as a decision of the first release keeps it."""
    return Path(shutil.copytree(BESLUIT / "profiel", tmp_path / "profiel"))


def oud() -> Profiel:
    return lees_profiel(BESLUIT / "profiel")[0]


def bewaard() -> dict[str, Any]:
    uit: dict[str, Any] = json.loads((BESLUIT / "ranglijst.json").read_text(encoding="utf-8"))
    return uit


def test_de_controlegetallen_zijn_precies_die_van_toen() -> None:
    herkomst = herkomst_van(ranglijst_uit(BESLUIT / "invoer", BESLUIT / "profiel"))

    toen = bewaard()["herkomst"]
    for naam in ("themas_sha256", "regels_sha256", "invoer_sha256"):
        assert getattr(herkomst, naam) == toen[naam], naam


def test_de_ranglijst_is_precies_die_van_toen() -> None:
    agenda = Jaaragenda(ranglijst_uit(BESLUIT), lees(BESLUIT).besluit)
    nu = json.loads(toon_ranglijst(agenda).als("json", 100))

    toen = bewaard()
    for deel in ("ranglijst", "onbeslist", "niet_toegelaten"):
        assert len(nu[deel]) == len(toen[deel])
        for nieuw, was in zip(nu[deel], toen[deel], strict=True):
            # How a reason is worded belongs to the version of the program; how many there are not.
            assert len(nieuw.get("redenen", ())) == len(was.get("redenen", ()))
            assert {naam: nieuw[naam] for naam in was if naam != "redenen"} == {
                naam: deel for naam, deel in was.items() if naam != "redenen"
            }
    assert nu["gewichten"] == toen["gewichten"]


def test_wat_vorm_1_niet_zelf_zegt_komt_erbij() -> None:
    profiel = oud()

    assert profiel.regio.centrum == "GM0268"
    assert len(profiel.regio.leden) == profiel.regio.aantal == 13
    assert [weg.code for weg in profiel.wegen] == ["gewone", "spoed"]
    assert list(profiel.veld) == list(meegeleverd()[0].veld)
    assert {stap.gremium: stap.rol for stap in profiel.route if stap.rol} == {
        "college": "besluit",
        "gemeenteraad": "besluit",
    }
    assert [gremium.code for gremium in profiel.beslissers] == ["college", "gemeenteraad"]


def test_een_oud_dossier_heeft_dezelfde_kolommen_als_toen() -> None:
    """The columns of the new form are these, and those of what the old one does not know."""
    toen = [veld.naam for veld in velden_voor(oud())]
    nu = [veld.naam for veld in velden_voor(meegeleverd()[0])]

    assert [naam for naam in nu if naam != "samenwerking"] == toen


@pytest.mark.parametrize("bestand", ["plannen.yaml", "voorstellen.yaml"])
def test_in_vorm_1_moeten_plannen_en_voorstellen_er_zijn(profielmap: Path, bestand: str) -> None:
    (profielmap / bestand).unlink()

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(profielmap)

    assert gevangen.value.meldingen[0].gevonden == "geen bestand"


@pytest.mark.parametrize(
    ("was", "wordt", "veld", "gevonden"),
    [
        ("centrumgemeente: GM0268", "centrumgemeente: GM0269", "centrumgemeente", "«GM0269»"),
        ("- code: GM0281", "- code: Tiel", "gemeenten.11.code", "«Tiel»"),
        ("- code: GM0281", "- code: GM0214", "code", "«GM0214»"),
        ("centrumgemeente: GM0268\n", "", "centrumgemeente", "niets"),
    ],
)
def test_een_fout_in_vorm_1_noemt_de_velden_van_vorm_1(
    profielmap: Path, was: str, wordt: str, veld: str, gevonden: str
) -> None:
    vervang(profielmap / "regio.yaml", was, wordt)

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(profielmap)

    (fout,) = gevangen.value.meldingen
    assert (fout.veld, fout.gevonden) == (veld, gevonden)


def test_een_gewone_weg_zonder_besluit_noemt_in_vorm_1_wie_beslist(profielmap: Path) -> None:
    tekst = (profielmap / "route.yaml").read_text(encoding="utf-8")
    tekst = tekst.split("  - gremium: college\n")[0]
    (profielmap / "route.yaml").write_text(tekst, encoding="utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(profielmap)

    (fout,) = gevangen.value.meldingen
    assert fout.verwacht == "een gremium dat beslist: college of gemeenteraad"


def test_een_profiel_van_vorm_1_zonder_regels_houdt_die_van_het_eerste_profiel(
    profielmap: Path,
) -> None:
    shutil.rmtree(profielmap / "regels")

    _, regelset = lees_profiel(profielmap)

    assert regelset.regels == meegeleverd()[1].regels


def test_een_profiel_van_vorm_2_zonder_regels_is_een_fout(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    shutil.rmtree(map_ / "regels")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)

    (fout,) = gevangen.value.meldingen
    assert (str(fout.plek), fout.gevonden) == (f"{map_.name}/regels", "geen map")


def test_dezelfde_kennis_in_een_andere_vorm_heeft_een_ander_controlegetal() -> None:
    assert vingerafdruk(oud().delen) != vingerafdruk(meegeleverd()[0].delen)
