"""Another region brings its own knowledge, and its own rules when it wants."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    als_yaml,
    dossier_met,
    fout_van,
    kopie_van_profiel,
    lees,
    maak_dossier,
    ranglijst_uit,
)

from agenda.invoer.dossier import lees_profiel_van
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import leg_uit
from agenda.weergave.ranglijst import toon_ranglijst
from regels.melding import Invoerfout, Regelstrijd

if TYPE_CHECKING:
    from pathlib import Path

    from regels.melding import Melding

BRON = {"document": "visie", "plaats": "hoofdstuk 2"}
ONDERWERP = {
    "code": "bossen",
    "titel": "Wonen in het bos",
    "thema": "ruimte",
    "voorstellen": [1],
    "regios": ["noord", "zuid"],
    "afstemming_nodig": "ja",
    "ingediend_door": "GM9001",
}


def maak_profiel(map_: Path, **bestanden: Any) -> Path:
    """A small region that shares no code with the shipped one."""
    inhoud = {
        "regio": {
            "code": "bosrand",
            "naam": "Regio Bosrand",
            "centrumgemeente": "GM9001",
            "deelregios": [{"code": c, "naam": c.title(), "bron": BRON} for c in ("noord", "zuid")],
            "gemeenten": [{"code": "GM9001", "naam": "Bos", "deelregio": "noord", "bron": BRON}],
        },
        "themas": {"themas": [{"nummer": 1, "code": "ruimte", "naam": "Ruimte", "bron": BRON}]},
        "plannen": {"plannen": [{"code": "bosplan", "titel": "Bosplan", "bron": BRON}]},
        "voorstellen": {
            "aantal": 1,
            "bron": BRON,
            "voorstellen": [
                {"nummer": 1, "plan": "bosplan", "thema": "ruimte", "titel": "Meer bos"}
                | {"staat": "actueel", "bron": BRON}
            ],
        },
        "bronnen": {
            "bronnen": [
                {"code": code, "kort": kort, "titel": kort}
                for code, kort in (("visie", "Bosvisie"), ("inrichtingsplan", "Inrichtingsplan"))
            ]
        },
        **bestanden,
    }
    map_.mkdir(parents=True)
    for naam, waarde in inhoud.items():
        (map_ / f"{naam}.yaml").write_text(als_yaml(waarde), encoding="utf-8")
    return map_


def maak_regels(map_: Path, *regels: dict[str, Any]) -> None:
    """Rules of the region itself: by default one uitgangspunt and one criterium."""
    (map_ / "regels").mkdir()
    standaard = (
        _regel("op-thema", "uitgangspunt", "thema", "ruimte"),
        _regel("snel-klaar", "criterium", "snel-klaar", "ja"),
    )
    tekst = als_yaml({"regels": list(regels or standaard)})
    (map_ / "regels" / "alle.yaml").write_text(tekst, encoding="utf-8")


def _regel(code: str, soort: str, veld: str, waarde: str) -> dict[str, Any]:
    return {
        "code": code,
        "soort": soort,
        "titel": code.replace("-", " ").capitalize(),
        "zin": f"Het onderwerp heeft {veld} {waarde}.",
        "bron": BRON,
        "geldig_van": date(2020, 1, 1),
        "als": [{"veld": veld, "is": waarde}],
        "voorbeelden": [{"gegeven": {veld: waarde}, "verwacht": "ja"}],
    }


def fout_bij(code: str, themas: Path | None) -> Melding:
    with pytest.raises(Invoerfout) as gevangen:
        vind_profiel(code, themas)
    (fout,) = gevangen.value.meldingen
    return fout


def test_een_regio_met_eigen_codes_krijgt_een_ranglijst(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    map_ = maak_dossier(tmp_path / "2027", [ONDERWERP], profiel="bosrand")

    ranglijst = ranglijst_uit(map_, themas)

    uit = json.loads(toon_ranglijst(Jaaragenda(ranglijst)).als("json", 100))
    assert (uit["profiel"], uit["ranglijst"][0]["thema"]) == ("bosrand", "ruimte")


@pytest.mark.parametrize("waar", ["bosrand", "."])
def test_themas_mag_het_profiel_zijn_of_de_map_waar_het_in_staat(tmp_path: Path, waar: str) -> None:
    profiel = maak_profiel(tmp_path / "bosrand")

    assert vind_profiel("bosrand", tmp_path / waar).resolve() == profiel.resolve()


def test_in_een_map_met_profielen_kiest_het_dossier_zijn_profiel(tmp_path: Path) -> None:
    maak_profiel(tmp_path / "themas" / "bosrand")
    kopie_van_profiel(tmp_path / "themas")
    map_ = maak_dossier(tmp_path / "2027", [ONDERWERP], profiel="bosrand")

    assert lees(map_, tmp_path / "themas").profiel.regio.naam == "Regio Bosrand"


def test_een_map_zonder_profiel_en_een_map_die_er_niet_is_zijn_een_fout(tmp_path: Path) -> None:
    leeg, weg = fout_bij("bosrand", tmp_path), fout_bij("bosrand", tmp_path / "weg")

    assert (leeg.veld, leeg.gevonden) == ("--themas", "een map zonder regio.yaml")
    assert (weg.veld, weg.gevonden) == ("--themas", "niets")
    assert "regio.yaml" in leeg.verwacht


def test_een_naam_die_geen_bestand_kan_hebben_is_geen_profiel(tmp_path: Path) -> None:
    assert fout_bij("bosrand", tmp_path / ("a" * 300)).veld == "--themas"


def test_de_codes_van_de_meegeleverde_regio_gelden_hier_niet(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    map_ = maak_dossier(tmp_path / "2027", [ONDERWERP | {"thema": "wonen"}], profiel="bosrand")

    fout = fout_van(map_, themas)

    assert (fout.veld, "ruimte" in fout.verwacht) == ("thema", True)


def test_een_map_regels_in_het_profiel_vervangt_de_meegeleverde_regels(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    maak_regels(themas)
    map_ = maak_dossier(
        tmp_path / "2027", [ONDERWERP | {"criteria": ["snel-klaar"]}], gewichten={"snel-klaar": 4}
    )

    ranglijst = ranglijst_uit(map_, themas)

    assert [regel.code for regel in ranglijst.regels] == ["op-thema", "snel-klaar"]
    assert leg_uit(ranglijst, "bossen").score == 4


def test_de_koppen_van_een_tabel_volgen_de_eigen_criteria(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    maak_regels(themas)
    inhoud = "Code;Titel;Thema;Snel klaar;Onderbouwing snel klaar\nbos;Bos;ruimte;x;omdat\n"
    map_ = dossier_met(tmp_path / "2027", inhoud, "csv")

    (onderwerp,) = lees(map_, themas).dossier.onderwerpen

    assert onderwerp.criteria["snel-klaar"].onderbouwing == "omdat"


def test_een_criterium_van_de_meegeleverde_regels_is_dan_onbekend(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    maak_regels(themas)
    map_ = maak_dossier(tmp_path / "2027", [ONDERWERP | {"criteria": ["veiligheid"]}])

    fout = fout_van(map_, themas)

    assert (fout.gevonden, "snel-klaar" in fout.verwacht) == ("«veiligheid»", True)


def test_eigen_regels_die_elkaar_tegenspreken_zijn_geen_gewone_invoerfout(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    dubbel = _regel("op-thema", "uitgangspunt", "thema", "ruimte")
    maak_regels(themas, dubbel, dubbel, _regel("snel-klaar", "criterium", "snel-klaar", "ja"))

    with pytest.raises(Regelstrijd) as gevangen:
        lees_profiel(themas)

    assert gevangen.value.meldingen[0].plek.bestand == "regels/alle.yaml"


def test_een_regel_die_een_document_noemt_dat_het_profiel_niet_kent_is_een_fout(
    tmp_path: Path,
) -> None:
    bronnen = {"bronnen": [{"code": "visie", "kort": "Bosvisie", "titel": "Bosvisie"}]}
    themas = maak_profiel(tmp_path / "bosrand", bronnen=bronnen)

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(themas)

    assert {f.gevonden for f in gevangen.value.meldingen} == {"«inrichtingsplan»"}


def test_fouten_in_het_profiel_en_in_het_dossier_komen_samen(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    (themas / "themas.yaml").unlink()
    map_ = maak_dossier(tmp_path / "2027", [ONDERWERP])
    (map_ / "onderwerpen.csv").write_text("Code\n", encoding="utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees(map_, themas)

    assert [f.plek.bestand for f in gevangen.value.meldingen] == [
        "bosrand/themas.yaml",
        "onderwerpen.yaml",
    ]


def test_een_profiel_in_de_huidige_map_krijgt_een_naam_in_fouten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    themas = maak_profiel(tmp_path / "bosrand")
    (themas / "themas.yaml").unlink()
    monkeypatch.chdir(themas)

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(vind_profiel("bosrand", type(tmp_path)()))

    assert str(gevangen.value.meldingen[0].plek) in ("themas.yaml", "bosrand/themas.yaml")


def test_buiten_een_dossier_geldt_het_meegeleverde_profiel(tmp_path: Path) -> None:
    profiel, regelset = lees_profiel_van(tmp_path)

    assert profiel.regio.code == "nijmegen-rivierenland"
    assert len(regelset.criteria) == 5


def test_in_een_dossier_geldt_het_profiel_dat_het_noemt(tmp_path: Path) -> None:
    themas = maak_profiel(tmp_path / "themas" / "bosrand").parent
    map_ = maak_dossier(tmp_path / "2027", profiel="bosrand")

    profiel, _ = lees_profiel_van(map_, themas)

    assert profiel.regio.code == "bosrand"


def test_een_dossier_met_fouten_geeft_geen_profiel_zonder_melding(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("jaar: [", encoding="utf-8")

    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel_van(tmp_path)

    assert gevangen.value.meldingen[0].plek.bestand == "dossier.yaml"
