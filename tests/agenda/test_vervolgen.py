"""A new year from an old one: what goes along, what stays behind, and what is said of it."""

from __future__ import annotations

import shutil
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from bouwers_agenda import lees, maak_dossier
from bouwers_jaren import (
    codes_in,
    ga_verder,
    rij,
    schrijf_stand,
    vier_onderwerpen,
)

from agenda.invoer.samengevoegd import KOP_VAN_SAMENVOEGEN
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path


def test_zonder_besluit_gaat_alles_mee_en_is_er_geen_vorig_besluit(tmp_path: Path) -> None:
    nieuw, gemaakt = ga_verder(maak_dossier(tmp_path / "2027", vier_onderwerpen()))

    assert codes_in(nieuw) == ["drie", "een", "twee", "vier"]
    assert (gemaakt.vorig_besluit, gemaakt.besluit) == (None, None)


def test_de_opmerkingen_van_wie_het_schreef_blijven(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027")
    tekst = """\
# Van de werkgroep.
onderwerpen:

  # Deel 1

  - code: een   # de eerste
    titel: Eén
    thema: wonen
    # nakijken: van een jaar eerder
    toelichting: |
      # dit is tekst

      en dit ook

  # Deel 2: nog te bespreken

  - code: twee
    titel: Twee
    thema: wonen
    # let op: dit wacht
    afhankelijk_van:
      - een   # al bezig
      - drie
  - {code: drie, titel: Drie, thema: wonen, afhankelijk_van: [een]}

  # Einde
"""
    (oud / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, gemaakt = ga_verder(oud)

    geschreven = (nieuw / "onderwerpen.yaml").read_text(encoding="utf-8")
    zonder = [r for r in geschreven.splitlines() if "# nakijken: " not in r]
    assert (
        "\n".join(zonder)
        == """\
# Van de werkgroep.
onderwerpen:

  # Deel 1

  # Deel 2: nog te bespreken

  - code: twee
    titel: Twee
    thema: wonen
    # let op: dit wacht
    afhankelijk_van:
      - drie
  - {code: drie, titel: Drie, thema: wonen, afhankelijk_van: []}

  # Einde"""
    )
    assert "van een jaar eerder" not in geschreven
    assert gemaakt.herschreven == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "onderwerpen: [{code: een, titel: A, thema: wonen}, {code: twee, titel: B, thema: wonen}]",
        (
            '{"onderwerpen": [\n{"code": "een", "titel": "A", "thema": "wonen"},\n'
            '{"code": "twee", "titel": "B", "thema": "wonen",\n'
            '"inspanning_per": {"Druten": 0.1}}\n]}'
        ),
        (
            "onderwerpen:\n-\n  code: een\n  titel: A\n  thema: wonen\n-\n  code: twee\n"
            "  titel: B\n  thema: wonen\n"
        ),
        (
            "onderwerpen:\r\n- code: een\r\n  titel: A\r\n  thema: wonen\r\n- code: twee\r\n"
            "  titel: B\r\n  thema: wonen"
        ),
        (
            "onderwerpen:\n- {code: een, titel: A, thema: wonen}\n"
            '- {toelichting: "B\n\n    # C", code: twee,\n'
            "   titel: B, kosten_euro: 3, thema: wonen}\n"
        ),
    ],
    ids=["op één regel", "json", "streepje apart", "regels van Windows", "regels met haken"],
)
def test_hoe_de_yaml_ook_is_geschreven_de_waarden_gaan_mee(tmp_path: Path, tekst: str) -> None:
    oud = maak_dossier(tmp_path / "2027")
    (oud / "onderwerpen.yaml").write_bytes(tekst.encode())
    schrijf_stand(oud, rij("een", "gestopt"))

    nieuw, _ = ga_verder(oud)

    (twee,) = lees(nieuw).dossier.onderwerpen
    assert twee == lees(oud).dossier.onderwerpen[1]


def test_wat_van_het_jaar_is_blijft_daar_en_dat_wordt_gezegd(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), capaciteit=Decimal("2.6"))
    (oud / "kalender.yaml").write_text(
        "onderwerpen_per_vergadering: {college: 4}\n", encoding="utf-8"
    )
    shutil.copy("voorbeelden/regiobegroting-2022/begroting.yaml", oud)
    (oud / "voorkeuren.yaml").write_text("voorkeuren: {Druten: [veiligheid]}\n", encoding="utf-8")
    (oud / "register.yaml").write_text("archief: {archiefvormer: VERZONNEN}\n", encoding="utf-8")
    (oud / "oordelen.yaml").write_text(
        "oordelen: [{onderwerp: een, gemeente: Druten, criterium: veiligheid, waarde: ja}]\n",
        encoding="utf-8",
    )

    nieuw, gemaakt = ga_verder(oud)

    mee = {"dossier.yaml", "onderwerpen.yaml", "voorkeuren.yaml", "register.yaml"}
    assert {pad.name for pad in nieuw.iterdir()} == mee
    assert gemaakt.achtergelaten == ("oordelen.yaml", "kalender.yaml", "begroting.yaml")
    tekst = (nieuw / "dossier.yaml").read_text(encoding="utf-8")
    assert "# nakijken: dit was voor 2027\ncapaciteit: 2.6" in tekst
    assert lees(nieuw).dossier.onderwerpen[1].criteria["veiligheid"].onderbouwing == "Zo is het."


def test_een_csv_houdt_elke_andere_rij_zoals_zij_was(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027")
    (oud / "onderwerpen.yaml").unlink()
    tekst = (
        "\ufeffOnze lijst;;\r\nCode;Titel;Thema;Afhankelijk van\r\n"
        'een;"Eén; of ""meer""\r\nregels";wonen;\r\n\r\ntwee;Twee;wonen;een; drie\r\n'
        "drie; Drie ;Wonen;een"
    ).replace("een; drie", '"een; drie"')
    (oud / "onderwerpen.csv").write_bytes(tekst.encode())
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, _ = ga_verder(oud)

    assert (nieuw / "onderwerpen.csv").read_bytes().decode() == (
        "\ufeffOnze lijst;;\r\nCode;Titel;Thema;Afhankelijk van\r\n"
        "\r\ntwee;Twee;wonen;drie\r\ndrie; Drie ;Wonen;geen"
    )


def test_zonder_besluit_moet_het_dossier_zelf_goed_zijn(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen())
    (oud / "onderwerpen.csv").write_text("Code;Titel;Thema\n", encoding="utf-8")

    with pytest.raises(Invoerfout, match="precies één van"):
        ga_verder(oud)
    with pytest.raises(Invoerfout, match="een map met een dossier"):
        ga_verder(tmp_path / "er-niet")


def test_de_werkmap_van_een_gemeente_met_eigen_bladen_noemt_ze(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), "excel")
    boek = openpyxl.load_workbook(oud / "onderwerpen.xlsx")
    boek.create_sheet("Mijn notities")
    boek.save(oud / "onderwerpen.xlsx")

    _, gemaakt = ga_verder(oud)

    assert gemaakt.bladen == ("Mijn notities",)


def test_de_kop_van_samenvoegen_geldt_een_jaar_later_niet_meer(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen())
    tekst = (oud / "onderwerpen.yaml").read_text(encoding="utf-8")
    (oud / "onderwerpen.yaml").write_text(f"{KOP_VAN_SAMENVOEGEN}{tekst}", encoding="utf-8")

    nieuw, _ = ga_verder(oud)

    assert "samenvoegen" not in (nieuw / "onderwerpen.yaml").read_text(encoding="utf-8")
