"""To a file that only grows is added whole or not at all, and nobody loses what another adds."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from agenda.opslag import bijschrijven
from agenda.opslag.bijschrijven import schrijf_bij
from agenda.opslag.tijdelijk import VOOR
from regels.melding import Bestandsfout

alleen_posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent fork en flock niet")


def lees(pad: Path) -> bytes:
    return pad.read_bytes() if pad.exists() else b""


def erbij(pad: Path, regel: bytes) -> None:
    """Add a line that counts the lines before it, so that a lost one shows."""
    schrijf_bij(pad, lees, lambda oud: b"%d %s\n" % (oud.count(b"\n"), regel))


def zonder_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and in the browser: no folder can be held."""
    monkeypatch.setitem(sys.modules, "fcntl", None)


def test_wat_er_staat_blijft_staan_en_er_blijft_niets_anders_achter(tmp_path: Path) -> None:
    pad = tmp_path / "lijst"

    erbij(pad, b"een")
    erbij(pad, b"twee")

    assert pad.read_bytes() == b"0 een\n1 twee\n"
    assert [deel.name for deel in tmp_path.iterdir()] == ["lijst"]


def test_wie_weigert_verandert_niets(tmp_path: Path) -> None:
    pad = tmp_path / "lijst"
    erbij(pad, b"een")

    def weiger(_: object) -> bytes:
        raise LookupError

    for lezer, vervolg in ((weiger, lambda _: b"x"), (lees, weiger)):
        with pytest.raises(LookupError):
            schrijf_bij(pad, lezer, vervolg)

    assert pad.read_bytes() == b"0 een\n"
    assert [deel.name for deel in tmp_path.iterdir()] == ["lijst"]


@pytest.mark.parametrize("slot", [True, False])
def test_wie_tegelijk_schrijven_verliezen_niets(
    slot: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "lijst"
    monkeypatch.setattr(bijschrijven, "WACHT", 0.001)
    monkeypatch.setattr(bijschrijven, "BEURTEN", 10_000)
    if not slot:
        zonder_slot(monkeypatch)

    with ThreadPoolExecutor(8) as samen:
        list(samen.map(lambda n: erbij(pad, b"regel %d" % n), range(60)))

    regels = pad.read_bytes().splitlines()
    assert [int(regel.split()[0]) for regel in regels] == [*range(60)]
    assert {int(regel.split()[2]) for regel in regels} == {*range(60)}
    assert [deel.name for deel in tmp_path.iterdir()] == ["lijst"]


def test_wie_te_laat_is_gaat_verder_op_wat_er_dan_staat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "lijst"
    zonder_slot(monkeypatch)
    monkeypatch.setattr(bijschrijven, "WACHT", 0)
    keren = []

    def vervolg(oud: bytes) -> bytes:
        keren.append(oud)
        if len(keren) == 1:  # somebody else is just before us
            erbij(pad, b"ander")
        return b"%d wij\n" % oud.count(b"\n")

    schrijf_bij(pad, lees, vervolg)

    assert pad.read_bytes() == b"0 ander\n1 wij\n"
    assert keren == [b"", b"0 ander\n"]


def test_een_rest_waar_geen_slot_is_wordt_genoemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "lijst"
    zonder_slot(monkeypatch)
    monkeypatch.setattr(bijschrijven, "BEURTEN", 2)
    monkeypatch.setattr(bijschrijven, "WACHT", 0)
    erbij(pad, b"een")
    rest = tmp_path / f"{VOOR}{sha256(b'lijst' + pad.read_bytes()).hexdigest()}"
    rest.touch()

    with pytest.raises(Bestandsfout) as gevangen:
        erbij(pad, b"twee")
    assert f"het bestand {rest.name} weg" in gevangen.value.reden
    assert pad.read_bytes() == b"0 een\n"

    rest.unlink()
    erbij(pad, b"twee")
    assert pad.read_bytes() == b"0 een\n1 twee\n"


def test_een_volle_schijf_laat_alles_zoals_het_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "lijst"
    erbij(pad, b"een")

    def vol(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(bijschrijven, "schrijf_weg", vol)
    with pytest.raises(Bestandsfout):
        erbij(pad, b"twee")

    assert pad.read_bytes() == b"0 een\n"
    assert [deel.name for deel in tmp_path.iterdir()] == ["lijst"]


def test_in_een_besluit_wordt_niets_bijgeschreven(tmp_path: Path) -> None:
    for naam in ("ontvangstbewijs.json", "besluit.json"):
        (tmp_path / naam).write_bytes(b"{}")

    with pytest.raises(Bestandsfout, match="hoort bij een besluit"):
        erbij(tmp_path / "lijst", b"een")
    assert not (tmp_path / "lijst").exists()


@pytest.mark.traag
@alleen_posix
def test_bij_elke_stap_waar_het_programma_kan_stoppen_is_het_bestand_oud_of_nieuw(
    tmp_path: Path,
) -> None:
    sjabloon, werk = tmp_path / "sjabloon", tmp_path / "werk"
    (sjabloon / "uit").mkdir(parents=True)
    (sjabloon / "uit" / "a.md").write_bytes(b"oud")
    werk.mkdir()
    script = Path(__file__).with_name("afgebroken_schrijven.py")
    subprocess.run([sys.executable, script, sjabloon, werk, "bij"], check=True, timeout=120)

    gezien = []
    for kopie in sorted(werk.iterdir()):
        pad = kopie / "uit" / "a.md"
        gezien.append(pad.read_bytes())
        schrijf_bij(pad, lees, lambda _: b".")
        assert pad.read_bytes() == gezien[-1] + b"."
        assert [deel.name for deel in pad.parent.iterdir()] == ["a.md"]
    assert len(gezien) > 5
    assert gezien == sorted(gezien)
    assert {*gezien} == {b"oud", b"oud en meer"}
