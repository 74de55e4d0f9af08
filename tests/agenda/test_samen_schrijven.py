"""Several files are written all together, or not at all: also when the program is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.bestanden import schrijven
from agenda.bestanden.journaal import maak_af, schrijf_met_journaal
from agenda.bestanden.schrijven import schrijf_alle
from agenda.bestanden.tijdelijk import JOURNAAL, alleen
from agenda.bestanden.verwisselen import KanNiet, verwissel
from regels.fouten import Bestandsfout

OUD = {"a.md": b"oud a", "b.csv": b"oud b"}
NIEUW = {"a.md": b"nieuw a", "b.csv": b"nieuw b", "c": b"nieuw c"}
EIGEN = {"brief van de gebruiker.docx": b"van mij"}

alleen_posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent fork en flock niet")


def maak_map(map_: Path, bestanden: dict[str, bytes]) -> Path:
    map_.mkdir(parents=True)
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)
    return map_


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_een_map_die_er_niet_is_wordt_gemaakt_met_de_mappen_erboven(tmp_path: Path) -> None:
    schrijf_alle(tmp_path / "x" / "y", NIEUW)

    assert inhoud(tmp_path / "x" / "y") == NIEUW
    assert [pad.name for pad in (tmp_path / "x").iterdir()] == ["y"]


@pytest.mark.parametrize("hier", [False, True])
def test_in_een_map_met_andere_bestanden_blijven_die_staan(
    hier: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    (map_ / "a.md").chmod(0o600)
    (eigen,) = EIGEN
    (map_ / eigen).chmod(0o640)
    voor = (map_ / eigen).stat()
    if hier:
        monkeypatch.chdir(map_)

    schrijf_alle(map_, NIEUW)

    na = (map_ / eigen).stat()
    assert inhoud(map_) == NIEUW | EIGEN
    assert (na.st_ino, na.st_mode, na.st_nlink) == (voor.st_ino, voor.st_mode, 1)
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit"]
    if hier:
        assert Path.cwd().samefile(map_)


@pytest.mark.parametrize("wat", ["submap", "snelkoppeling"])
def test_een_map_met_meer_dan_gewone_bestanden_blijft_dezelfde_map(
    wat: str, tmp_path: Path
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD)
    if wat == "submap":
        maak_map(map_ / "sub", EIGEN)
    else:
        (map_ / "sub").symlink_to(maak_map(tmp_path / "elders", EIGEN))
    voor = map_.stat().st_ino
    with pytest.raises(KanNiet):
        verwissel(map_, NIEUW)

    schrijf_alle(map_, NIEUW)

    assert map_.stat().st_ino == voor
    assert {naam: (map_ / naam).read_bytes() for naam in NIEUW} == NIEUW
    assert inhoud(map_ / "sub") == EIGEN
    assert sorted(pad.name for pad in map_.iterdir()) == ["a.md", "b.csv", "c", "sub"]


@pytest.mark.parametrize("hier", [False, True])
@pytest.mark.parametrize("obstakel", ["map", "alleen-lezen"])
def test_een_bestand_dat_niet_te_vervangen_is_houdt_alles_tegen(
    obstakel: str, hier: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    if obstakel == "map":
        (map_ / "c").mkdir()
    else:
        (map_ / "b.csv").chmod(0o444)
    if hier:
        monkeypatch.chdir(map_)

    with pytest.raises(Bestandsfout) as gevangen:
        schrijf_alle(map_, NIEUW)

    assert Path(gevangen.value.bestand).name == ("c" if obstakel == "map" else "b.csv")
    bestanden = {pad.name: pad.read_bytes() for pad in map_.iterdir() if pad.is_file()}
    assert bestanden == OUD | EIGEN
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit"]


def test_gaat_het_halverwege_mis_dan_staat_alles_er_weer_zoals_het_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    echt = Path.replace

    def slot_op_c(zelf: Path, doel: Path) -> Path:
        if doel.name == "c":
            raise PermissionError(13, "op slot", str(doel))
        return echt(zelf, doel)

    monkeypatch.setattr(Path, "replace", slot_op_c)

    with pytest.raises(PermissionError):
        schrijf_met_journaal(map_, NIEUW)

    assert inhoud(map_) == OUD | EIGEN


@alleen_posix
@pytest.mark.parametrize(("hier", "bestaat"), [("nee", True), ("ja", True), ("nee", False)])
def test_bij_elke_stap_waar_het_programma_kan_stoppen_is_het_oud_of_nieuw(
    hier: str, bestaat: bool, tmp_path: Path
) -> None:
    sjabloon = tmp_path / "sjabloon"
    sjabloon.mkdir()
    if bestaat:
        maak_map(sjabloon / "uit", OUD | EIGEN)
    werk = tmp_path / "werk"
    werk.mkdir()
    script = Path(__file__).with_name("afgebroken_schrijven.py")

    subprocess.run([sys.executable, script, sjabloon, werk, hier], check=True, timeout=120)

    oud, nieuw = (OUD | EIGEN, NIEUW | EIGEN) if bestaat else (None, NIEUW)
    gezien = []
    kopieen = sorted(werk.iterdir())
    assert len(kopieen) > 10
    for kopie in kopieen:
        map_ = kopie / "uit"
        if hier == "ja":
            maak_af(map_)  # what the next run does first
        zichtbaar = (
            {naam: deel for naam, deel in inhoud(map_).items() if not naam.startswith(".agenda-")}
            if map_.exists()
            else None
        )
        assert zichtbaar in (oud, nieuw), kopie.name
        gezien.append(zichtbaar == nieuw)
        schrijf_alle(map_, NIEUW)
        assert inhoud(map_) == nieuw
        assert [pad.name for pad in kopie.iterdir()] == ["uit"]
    assert gezien == sorted(gezien)
    assert {*gezien} == {False, True}


@pytest.mark.parametrize(
    "inhoud_journaal",
    [
        b"{",
        b"7",
        b'[["a", "b"]]',
        b'[[".agenda-tijdelijk-x", "../buiten"]]',
        b'[[".agenda-tijdelijk-x", ""]]',
        json.dumps([[".agenda-tijdelijk-/../../x", "a"]]).encode(),
        b"[" * 100_000,
        b" " * 1_000_001,
    ],
)
def test_een_beschadigd_journaal_wordt_niet_uitgevoerd(
    inhoud_journaal: bytes, tmp_path: Path
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | {JOURNAAL: inhoud_journaal, ".agenda-tijdelijk-x": b""})

    with pytest.raises(Bestandsfout) as gevangen:
        schrijf_alle(map_, NIEUW)

    assert gevangen.value.bestand == str(map_ / JOURNAAL)
    assert "Haal dit bestand weg" in gevangen.value.reden
    assert {naam: deel for naam, deel in inhoud(map_).items() if naam in OUD} == OUD


def test_wat_iemand_net_voor_het_wisselen_bewaart_gaat_niet_verloren(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agenda.bestanden import verwisselen

    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    echt = verwisselen._ruil

    def bewaar_eerst(een: Path, ander: Path) -> None:
        (map_ / "net bewaard").write_bytes(b"1")
        (map_ / "tijdelijk").write_bytes(b"nieuwe brief")
        (map_ / "tijdelijk").replace(map_ / next(iter(EIGEN)))
        echt(een, ander)

    monkeypatch.setattr(verwisselen, "_ruil", bewaar_eerst)

    schrijf_alle(map_, NIEUW)

    brief = dict.fromkeys(EIGEN, b"nieuwe brief")
    assert inhoud(map_) == NIEUW | brief | {"net bewaard": b"1"}


@alleen_posix
def test_wie_te_lang_moet_wachten_krijgt_een_melding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agenda.bestanden import tijdelijk

    map_ = maak_map(tmp_path / "uit", OUD)
    monkeypatch.setattr(tijdelijk, "_BEURTEN", 2)
    monkeypatch.chdir(map_)

    with alleen(map_), pytest.raises(Bestandsfout) as gevangen:
        schrijf_alle(map_, NIEUW)

    assert "al iemand bezig" in gevangen.value.reden
    assert inhoud(map_) == OUD


def test_in_een_besluit_wordt_nooit_geschreven(tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "besluit", {"ontvangstbewijs.json": b"{}", "besluit.json": b"{}"})
    for schrijf in (
        lambda: schrijf_alle(map_, NIEUW),
        lambda: schrijf_alle(map_ / "nieuw", NIEUW),
        lambda: schrijven.schrijf(map_ / "a.md", b""),
    ):
        with pytest.raises(Bestandsfout) as gevangen:
            schrijf()
        assert "hoort bij een besluit" in gevangen.value.reden
    assert set(inhoud(map_)) == {"ontvangstbewijs.json", "besluit.json"}
