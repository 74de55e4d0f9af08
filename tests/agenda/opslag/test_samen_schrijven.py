"""Several files are written together: a fault changes nothing, a kill leaves each one whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from agenda.opslag import bestand
from agenda.opslag.bestand import schrijf_alle
from agenda.opslag.nieuwe_map import BestaatAl, schrijf_map
from agenda.opslag.tijdelijk import OUD_JOURNAAL, VOOR, alleen
from regels.melding import Bestandsfout

pytestmark = pytest.mark.traag

OUD = {"a.md": b"oud a", "b.csv": b"oud b"}
NIEUW = {"a.md": b"nieuw a", "b.csv": b"nieuw b", "c": b"nieuw c"}
EIGEN = {"brief van de gebruiker.docx": b"van mij"}
BESLUIT = {"invoer/a.yaml": b"invoer", "mdto/invoer/a.xml": b"mdto", "bewijs": b"bewijs"}

alleen_posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent fork en flock niet")
geen_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="voor root is elke map te schrijven"
)


def maak_map(map_: Path, bestanden: dict[str, bytes]) -> Path:
    map_.mkdir(parents=True)
    for naam, deel in bestanden.items():
        (map_ / naam).write_bytes(deel)
    return map_


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file in a folder and in those below it; an empty folder counts as nothing."""
    paden = (pad for pad in map_.rglob("*") if pad.is_file())
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in paden}


def zonder_resten(bestanden: dict[str, bytes]) -> dict[str, bytes]:
    return {naam: deel for naam, deel in bestanden.items() if not naam.startswith(VOOR)}


def zonder_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and in the browser: no folder can be held, no file gets a second name."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.delattr(os, "link", raising=False)


def open_in_word(monkeypatch: pytest.MonkeyPatch, naam: str) -> None:
    """As on Windows: what another program has open cannot be opened for writing, nor replaced."""
    echt_open, echt_replace = Path.open, Path.replace

    def open_(zelf: Path, mode: str = "r", *rest: Any, **meer: Any) -> Any:
        if zelf.name == naam and mode == "r+b":
            raise PermissionError(errno.EACCES, "", str(zelf))
        return echt_open(zelf, mode, *rest, **meer)

    def replace(zelf: Path, doel: Path) -> Path:
        if doel.name == naam:
            raise PermissionError(errno.EACCES, "", str(zelf), None, str(doel))
        return echt_replace(zelf, doel)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(Path, "replace", replace)


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


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
def test_een_vervangen_bestand_krijgt_de_rechten_van_elk_nieuw_bestand(tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    (map_ / "a.md").chmod(0o600)

    schrijf_alle(map_, NIEUW)

    (gewoon,) = EIGEN
    rechten = {(map_ / naam).stat().st_mode for naam in (*NIEUW, gewoon)}
    assert len(rechten) == 1


@pytest.mark.parametrize("wat", ["niets", "submap", "snelkoppeling"])
def test_een_map_blijft_dezelfde_map_wat_er_ook_in_staat(wat: str, tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "uit", OUD)
    if wat == "submap":
        maak_map(map_ / "sub", EIGEN)
    elif wat == "snelkoppeling":
        (map_ / "sub").symlink_to(maak_map(tmp_path / "elders", EIGEN))
    voor = map_.stat().st_ino

    schrijf_alle(map_, NIEUW)

    assert map_.stat().st_ino == voor
    assert {naam: (map_ / naam).read_bytes() for naam in NIEUW} == NIEUW
    sub = [] if wat == "niets" else ["sub"]
    assert sorted(pad.name for pad in map_.iterdir()) == ["a.md", "b.csv", "c", *sub]
    if sub:
        assert inhoud(map_ / "sub") == EIGEN


@pytest.mark.traag
@pytest.mark.parametrize("hier", [False, True])
@pytest.mark.parametrize("naam", list(NIEUW))
@pytest.mark.parametrize("obstakel", ["map", "alleen-lezen", "open"])
def test_een_bestand_dat_niet_te_vervangen_is_houdt_alles_tegen(
    obstakel: str, naam: str, hier: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud = OUD | EIGEN | {naam: b"oud"}
    map_ = maak_map(tmp_path / "uit", oud)
    if obstakel == "map":
        (map_ / naam).unlink()
        (map_ / naam).mkdir()
        del oud[naam]
    elif obstakel == "alleen-lezen":
        (map_ / naam).chmod(0o444)
    else:
        open_in_word(monkeypatch, naam)
    if hier:
        monkeypatch.chdir(map_)
    voor = {pad.name: (pad.stat().st_ino, pad.stat().st_mtime_ns) for pad in map_.iterdir()}

    with pytest.raises(Bestandsfout) as gevangen:
        schrijf_alle(map_, NIEUW)

    assert Path(gevangen.value.bestand).name == naam
    assert "nergens meer open" in gevangen.value.reden
    assert inhoud(map_) == oud
    na = {pad.name: (pad.stat().st_ino, pad.stat().st_mtime_ns) for pad in map_.iterdir()}
    assert na == voor
    assert [pad.name for pad in tmp_path.iterdir()] == ["uit"]


@geen_root
def test_in_een_map_die_niet_te_schrijven_is_verandert_niets(tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "uit", OUD)
    map_.chmod(0o555)
    try:
        with pytest.raises(Bestandsfout) as gevangen:
            schrijf_alle(map_, NIEUW)
    finally:
        map_.chmod(0o755)

    assert gevangen.value.bestand == str(map_)
    assert inhoud(map_) == OUD


@pytest.mark.parametrize("onderbreking", [PermissionError(13, "op slot"), KeyboardInterrupt()])
@pytest.mark.parametrize("naam", list(NIEUW))
def test_gaat_het_halverwege_mis_dan_staat_alles_er_weer_zoals_het_was(
    naam: str, onderbreking: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN)
    (map_ / "a.md").chmod(0o600)
    os.utime(map_ / "a.md", (1, 1))
    echt = Path.replace

    def hapert(zelf: Path, doel: Path) -> Path:
        if doel.name == naam:
            raise onderbreking
        return echt(zelf, doel)

    voor = (map_ / "a.md").stat()
    monkeypatch.setattr(Path, "replace", hapert)

    with pytest.raises((Bestandsfout, KeyboardInterrupt)):
        schrijf_alle(map_, NIEUW)

    na = (map_ / "a.md").stat()
    assert inhoud(map_) == OUD | EIGEN
    assert (na.st_mode, na.st_mtime) == (voor.st_mode, voor.st_mtime)


@alleen_posix
def test_ook_een_snelkoppeling_komt_terug_als_het_misgaat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elders = maak_map(tmp_path / "elders", {"a.md": b"elders"})
    map_ = maak_map(tmp_path / "uit", {})
    (map_ / "a.md").symlink_to(elders / "a.md")
    (map_ / "b.csv").symlink_to("weg")
    echt = Path.replace

    def op_slot(zelf: Path, doel: Path) -> Path:
        if doel.name == "c":
            raise PermissionError(errno.EACCES, "")
        return echt(zelf, doel)

    monkeypatch.setattr(Path, "replace", op_slot)
    with pytest.raises(Bestandsfout):
        schrijf_alle(map_, NIEUW)
    assert [(map_ / naam).readlink() for naam in OUD] == [elders / "a.md", Path("weg")]

    monkeypatch.undo()
    schrijf_alle(map_, NIEUW)
    assert inhoud(map_) == NIEUW | {"weg": NIEUW["b.csv"]}
    assert (map_ / "a.md").is_symlink()
    assert inhoud(elders) == {"a.md": NIEUW["a.md"]}


def test_kan_een_oud_bestand_niet_terug_dan_is_toch_elk_bestand_heel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map(tmp_path / "uit", OUD)
    echt, gedaan = Path.replace, []

    def op_slot(zelf: Path, doel: Path) -> Path:
        if doel.name == "c" or (doel.name == "b.csv" and "b.csv" in gedaan):
            raise PermissionError(errno.EACCES, "", str(doel))
        gedaan.append(doel.name)
        return echt(zelf, doel)

    monkeypatch.setattr(Path, "replace", op_slot)

    with pytest.raises(Bestandsfout):
        schrijf_alle(map_, NIEUW)

    assert inhoud(map_) == {"a.md": OUD["a.md"], "b.csv": NIEUW["b.csv"]}


def breek_overal_af(wat: str, bestaat: bool, tmp_path: Path) -> list[Path]:
    """The folder «uit» after a kill before step 0, 1, 2 … of the writing."""
    sjabloon = tmp_path / "sjabloon"
    sjabloon.mkdir()
    if bestaat:
        maak_map(sjabloon / "uit", OUD | EIGEN)
    werk = tmp_path / "werk"
    werk.mkdir()
    script = Path(__file__).with_name("afgebroken_schrijven.py")
    subprocess.run([sys.executable, script, sjabloon, werk, wat], check=True, timeout=120)
    mappen = [kopie / "uit" for kopie in sorted(werk.iterdir())]
    assert len(mappen) > 10
    return mappen


@pytest.mark.traag
@alleen_posix
@pytest.mark.parametrize("wat", ["export", "slot"])
def test_bij_elke_stap_waar_het_programma_kan_stoppen_is_elk_bestand_heel(
    wat: str, tmp_path: Path
) -> None:
    aantallen = []
    for map_ in breek_overal_af(wat, True, tmp_path):
        staat = zonder_resten(inhoud(map_))
        nieuw = {naam for naam in NIEUW if staat.get(naam) == NIEUW[naam]}
        assert staat == OUD | EIGEN | {naam: NIEUW[naam] for naam in nieuw}, map_.parent.name
        aantallen.append(len(nieuw))
        schrijf_alle(map_, NIEUW)
        assert inhoud(map_) == NIEUW | EIGEN
        assert [pad.name for pad in map_.parent.iterdir()] == ["uit"]
    if wat == "export":
        assert aantallen == sorted(aantallen)
        assert {*aantallen} == {0, 1, 2, 3}
    else:  # two get their names, and then the old ones come back
        assert (aantallen[0], max(aantallen), aantallen[-1]) == (0, 2, 0)


@pytest.mark.traag
@alleen_posix
@pytest.mark.parametrize("wat", ["export", "besluit"])
def test_bij_elke_stap_waar_het_programma_kan_stoppen_is_een_nieuwe_map_er_heel_of_niet(
    wat: str, tmp_path: Path
) -> None:
    heel = NIEUW if wat == "export" else BESLUIT
    gezien = []
    for map_ in breek_overal_af(wat, False, tmp_path):
        gezien.append(map_.exists())
        if map_.exists():
            assert inhoud(map_) == heel, map_.parent.name
        if wat == "export":
            schrijf_alle(map_, NIEUW)
        elif map_.exists():
            assert all(pad.stat().st_mode & 0o222 == 0 for pad in map_.rglob("*") if pad.is_file())
            with pytest.raises(BestaatAl):
                schrijf_map(map_, BESLUIT, alleen_lezen=True)
        else:
            schrijf_map(map_, BESLUIT, alleen_lezen=True)
        assert inhoud(map_) == heel
        assert [pad.name for pad in map_.parent.iterdir()] == ["uit"]
    assert gezien == sorted(gezien)
    assert {*gezien} == {False, True}


@pytest.mark.traag
@alleen_posix
def test_twee_keer_tegelijk_naar_dezelfde_map_geeft_een_van_beide(tmp_path: Path) -> None:
    map_ = maak_map(tmp_path / "uit", OUD)
    ander = dict.fromkeys(NIEUW, b"ander")

    with ThreadPoolExecutor() as samen:
        for _ in range(20):
            taken = [samen.submit(schrijf_alle, map_, deel) for deel in (NIEUW, ander)]
            assert [taak.result() for taak in taken] == [None, None]
            assert inhoud(map_) in (NIEUW, ander)


@pytest.mark.parametrize("slot", [True, False])
@pytest.mark.parametrize(
    "inhoud_journaal", [b'[[".agenda-tijdelijk-x", "b.csv"]]', b'[["", "a.md"]]', b"{"]
)
def test_een_journaal_van_een_eerdere_versie_wordt_niet_afgemaakt_maar_opgeruimd(
    inhoud_journaal: bytes, slot: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = {f"{VOOR}x": b"uit een eerdere keer"}
    map_ = maak_map(tmp_path / "uit", OUD | rest | {OUD_JOURNAAL: inhoud_journaal})
    if not slot:
        zonder_slot(monkeypatch)

    schrijf_alle(map_, {"c": b"nieuw c"})

    verwacht = OUD | {"c": b"nieuw c"}
    assert inhoud(map_) == (verwacht if slot and os.name != "nt" else verwacht | rest)


def test_zonder_slot_op_de_map_gaat_het_schrijven_net_zo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zonder_slot(monkeypatch)
    bezig = {f"{VOOR}x": b"van een ander die bezig is"}
    map_ = maak_map(tmp_path / "uit", OUD | EIGEN | bezig)

    schrijf_alle(map_, NIEUW)
    schrijf_alle(tmp_path / "nieuw", NIEUW)

    assert inhoud(map_) == NIEUW | EIGEN | bezig
    assert inhoud(tmp_path / "nieuw") == NIEUW
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["nieuw", "uit"]


@alleen_posix
def test_wie_te_lang_moet_wachten_krijgt_een_melding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agenda.opslag import tijdelijk

    map_ = maak_map(tmp_path / "uit", OUD)
    monkeypatch.setattr(tijdelijk, "BEURTEN", 2)
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
        lambda: bestand.schrijf(map_ / "a.md", b""),
    ):
        with pytest.raises(Bestandsfout) as gevangen:
            schrijf()
        assert "hoort bij een besluit" in gevangen.value.reden
    assert set(inhoud(map_)) == {"ontvangstbewijs.json", "besluit.json"}
