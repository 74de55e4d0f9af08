"""The same file in Firefox: it opens from disk, decides the same, shows the list and saves."""

from __future__ import annotations

import json
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from bouwers_eind import KLAAR, VOORBEELD, maak_tien_fouten, native, zonder_evaluatoren
from bouwers_firefox import GEDULD, Firefox, start_firefox
from bouwers_motor import werkplek

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.traag
KIES = "input[type=file]:not([webkitdirectory])"
RUST = "!document.querySelector('[aria-busy]') && !document.body.matches('.bezig')"
LIJST = "document.querySelector('#lijstvak iframe:not(.wacht)').contentDocument"


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("firefox")


@pytest.fixture(scope="session")
def firefox(downloads: Path) -> Iterator[Firefox]:
    """The workplace in Firefox, with the example open; nothing went wrong and nothing was asked."""
    adres = werkplek().as_uri()
    with start_firefox(downloads) as firefox:
        firefox.ga(adres)
        firefox.wacht(f"document.getElementById('melding').textContent === {json.dumps(KLAAR)}")
        open_zip(firefox, VOORBEELD, downloads)
        yield firefox
        elders = [vraag for vraag in firefox.gevraagd if not vraag.startswith((adres, "data:"))]
        assert elders == []
        assert firefox.fouten == []


def open_zip(firefox: Firefox, map_: Path, klad: Path) -> None:
    """Give a dossier as one file, and wait until it is checked."""
    with zipfile.ZipFile(klad / f"{map_.name}-gegeven.zip", "w") as zip_:
        for pad in sorted(map_.iterdir()):
            zip_.write(pad, f"{map_.name}/{pad.name}")
    ga(firefox, "openen")
    firefox.geef(KIES, klad / f"{map_.name}-gegeven.zip")
    firefox.wacht(f"document.getElementById('verteld').textContent.includes('{map_.name}')")
    firefox.wacht(f"document.getElementById('kies-dossier').value === '{map_.name}'")
    firefox.wacht(RUST)


def ga(firefox: Firefox, naam: str) -> None:
    firefox.reken(f"document.querySelector('#menu a[href=\"#{naam}\"]').click()")
    firefox.wacht(f"Boolean(document.querySelector('#vak .{naam}'))")
    firefox.wacht(RUST)


def kies(firefox: Firefox, map_: str) -> None:
    """Have commands be about another dossier."""
    firefox.reken(
        "(() => { const keuze = document.getElementById('kies-dossier');"
        f" keuze.value = '{map_}'; keuze.dispatchEvent(new Event('change')); }})()"
    )
    firefox.wacht(RUST)


def opdracht(firefox: Firefox, regel: str) -> str:
    ga(firefox, "opdracht")
    firefox.reken(
        f"(() => {{ document.querySelector('.opdracht input').value = {json.dumps(regel)};"
        " document.querySelector('.opdracht form').requestSubmit(); })()"
    )
    firefox.wacht(RUST)
    uit: str = firefox.reken("document.querySelector('.uitvoer pre').textContent")
    return uit


def test_firefox_geeft_dezelfde_gegevens_als_de_opdrachtregel(firefox: Firefox) -> None:
    antwoord = opdracht(firefox, f"agenda prioriteer {VOORBEELD.name} --formaat json")

    verwacht = native("prioriteer", VOORBEELD, "--formaat", "json").stdout
    assert zonder_evaluatoren(antwoord) == zonder_evaluatoren(verwacht)
    assert firefox.beeld().startswith(b"\x89PNG")


def test_firefox_toont_de_lijst_en_weegt(firefox: Firefox) -> None:
    kies(firefox, VOORBEELD.name)
    ga(firefox, "lijst")
    firefox.wacht("Boolean(document.querySelector('#lijstvak iframe:not(.wacht)'))")
    volgorde = f"[...{LIJST}.querySelectorAll('.ranglijst tbody tr[id]')].map((rij) => rij.id)"
    eerst = firefox.reken(volgorde)
    assert len(eerst) > 20

    firefox.reken(
        f"(() => {{ const veld = {LIJST}.querySelectorAll('.stel input')[1]; veld.value = 60;"
        " veld.dispatchEvent(new Event('change', { bubbles: true })); })()"
    )

    firefox.wacht(f"{LIJST}.querySelector('#proefzin').textContent.includes('andere plaats')")
    anders = firefox.reken(volgorde)
    assert anders != eerst
    assert sorted(anders) == sorted(eerst)


def test_firefox_bewaart_het_dossier_als_zip(firefox: Firefox, downloads: Path) -> None:
    kies(firefox, VOORBEELD.name)
    firefox.reken("document.getElementById('knop-bewaar').click()")
    zip_ = downloads / f"{VOORBEELD.name}.zip"

    einde = time.monotonic() + GEDULD
    while not (zip_.exists() and zipfile.is_zipfile(zip_)):
        assert time.monotonic() < einde
        time.sleep(0.1)

    with zipfile.ZipFile(zip_) as open_:
        uit = {naam.partition("/")[2]: open_.read(naam) for naam in open_.namelist()}
    assert uit == {pad.name: pad.read_bytes() for pad in VOORBEELD.iterdir()}


def test_firefox_toont_dezelfde_tien_fouten(firefox: Firefox, tmp_path: Path) -> None:
    map_ = maak_tien_fouten(tmp_path / "tien")
    open_zip(firefox, map_, tmp_path)
    ga(firefox, "bevindingen")

    rijen = "[...document.querySelectorAll('#kop-fout ~ div tbody tr')]"
    cellen = "[rij.querySelector('strong'), ...[...rij.cells].slice(2)].map((c) => c.textContent)"
    gevonden = firefox.reken(f"{rijen}.map((rij) => {cellen})")

    fouten = json.loads(native("controleer", map_, "--formaat", "json").stdout)["fouten"]
    assert gevonden == [
        [f["plek"].rpartition("!")[2], f["gevonden"], f["verwacht"], f["suggestie"]] for f in fouten
    ]
    assert len(gevonden) == 10
    assert firefox.reken("document.querySelectorAll('#inhoud img').length") == 0
