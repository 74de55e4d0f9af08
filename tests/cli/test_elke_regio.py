"""Every command and every document on regions without a ranking, plans, proposals or subregions.

What such a region does not have is not spoken of, and no word of another region stands anywhere.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from agenda.exporteren import VORMEN
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from cli.app import OPDRACHTEN
from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORTEL = Path(__file__).parents[2]
VERZONNEN = WORTEL / "tests" / "profielen"
FORMATEN = ("tabel", "json", "csv", "md")
BEELDEN = ("graphml", "dot", "mermaid", "svg")
ZONDER_RANG = "Dit profiel rangschikt niet"
OVER_RANG = re.compile(
    r"\b(ranglijst|score|punten|gewichten?|plaatsen|criteria|criterium|stevig\w*|toegelaten"
    r"|voorstel|voorstellen)\b",
    re.IGNORECASE,
)
"""Words about a ranking, about topics that are kept off the agenda, or about proposals."""


@dataclass(frozen=True)
class Regio:
    """A dossier with what a test types about it."""

    dossier: Path
    profiel: Path
    een: str
    ander: str
    door: str
    agenda: str
    onderwerpen: str
    lid: str

    @property
    def optie(self) -> list[object]:
        return ["--themas", self.profiel.parent]


REGIOS = {
    "bibliotheken": Regio(
        VERZONNEN / "dossiers" / "bibliotheken-2026",
        VERZONNEN / "bibliotheken-zilverkust",
        "voorleesweek",
        "koffieochtend",
        "Kustbestuur",
        "seizoensplan",
        "activiteiten",
        "Duinhuis",
    ),
    "arnhem": Regio(
        WORTEL / "voorbeelden" / "arnhem-2014",
        meegeleverde_profielen() / "arnhem-2014",
        "vervoer",
        "pleegzorg",
        "Elke gemeente zelf",
        "takenlijst",
        "taken",
        "Arnhem",
    ),
    "centraal-gelderland": Regio(
        WORTEL / "voorbeelden" / "centraal-gelderland-2022",
        meegeleverde_profielen() / "centraal-gelderland",
        "dienstverlening",
        "inkoop-van-zorg",
        "Gemeenteraden",
        "taakverdeling",
        "taken",
        "Arnhem",
    ),
}
ELKE = pytest.mark.parametrize("regio", REGIOS.values(), ids=REGIOS)


def aanroepen(opdracht: str, regio: Regio, map_: Path) -> list[list[object]]:
    """Every way in which a test calls a command, without the form and the profile."""
    dossier = regio.dossier
    if opdracht == "stand":
        besluit = _besluit(regio, map_)
        keuzes = [[], ["--voorstellen"], ["--werkgroepen"], ["--termijnagenda"]]
        return [["stand", dossier], *(["stand", besluit, *keuze] for keuze in keuzes)]
    if opdracht == "bekrachtig":  # the profile is that of the decision
        wie = ["--gemeente", regio.lid, "--orgaan", regio.door, "--datum", "2026-03-02"]
        return [["bekrachtig", _besluit(regio, map_), *wie, "--uitkomst", "ingestemd"]]
    return {
        **{naam: [[naam, dossier]] for naam in OPDRACHTEN},
        "waarom": [
            ["waarom", regio.een, dossier],
            ["waarom", regio.een, dossier, "--tegenover", regio.ander],
        ],
        "samenhang": [
            ["samenhang", dossier],
            ["samenhang", dossier, "--onderwerp", regio.een],
            ["samenhang", dossier, "--zonder", regio.een],
            ["samenhang", dossier, "--voorstel", "1"],
        ],
        "gemeente": [["gemeente", regio.lid, dossier]],
        "vergelijk": [["vergelijk", dossier, dossier]],
        "nieuw": [["nieuw", "2027", map_ / "nieuw", "--themas", regio.profiel]],
        "exporteer": [["exporteer", dossier, "--naar", map_ / "stukken"]],
        "samenvoegen": [["samenvoegen", _werkmap(regio, map_), "--naar", map_ / "samen"]],
        "vaststellen": [["vaststellen", _kopie(regio, map_), *_wie(regio), "--als", "md"]],
    }[opdracht]


def _kopie(regio: Regio, map_: Path) -> Path:
    kopie = map_ / "dossier"
    if not kopie.exists():
        shutil.copytree(regio.dossier, kopie)
    return kopie


def _besluit(regio: Regio, map_: Path) -> Path:
    """The decision on a dossier."""
    kopie = shutil.copytree(regio.dossier, map_ / "vastgesteld")
    optie = map(str, regio.optie)
    if voer_uit(["vaststellen", str(kopie), *_wie(regio), "--als", "md", *optie]):
        raise AssertionError(regio)
    return kopie / "besluiten" / "2026-02-01"


def _werkmap(regio: Regio, map_: Path) -> Path:
    """A file of the first member, beside an empty dossier; of nobody where no member is known."""
    profiel, _ = lees_profiel(regio.profiel)
    (map_ / "samen").mkdir(exist_ok=True)
    shutil.copy(regio.dossier / "dossier.yaml", map_ / "samen")
    pad = map_ / f"{next((lid.naam for lid in profiel.regio.leden), 'onbekend')}.csv"
    kop = f"Code;Titel;{profiel.woorden.thema.kop}"
    pad.write_text(f"{kop}\neen;Een;{profiel.themas[0].code}\n", encoding="utf-8")
    return pad


def _wie(regio: Regio) -> list[str]:
    return ["--door", regio.door, "--datum", "2026-02-01"]


def _formaten(opdracht: str, delen: list[object]) -> Iterator[list[object]]:
    """A call in every form that the command has."""
    if opdracht in ("nieuw", "exporteer", "vaststellen"):
        yield delen
        return
    beelden = BEELDEN if opdracht == "samenhang" else ()
    for formaat in (*FORMATEN, *beelden):
        yield [*delen, "--formaat", formaat]


@ELKE
# Making the workplace asks the registries, which no test may; it takes any profile.
@pytest.mark.parametrize("opdracht", [naam for naam in OPDRACHTEN if naam != "werkplek"])
def test_elke_opdracht_werkt_of_zegt_in_een_zin_waarom_niet(
    opdracht: str, regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    for delen in aanroepen(opdracht, regio, tmp_path):
        for aanroep in _formaten(opdracht, delen):
            zonder = "--themas" in aanroep or opdracht == "bekrachtig"
            optie = [] if zonder else regio.optie
            afloop = draai(*aanroep, *optie)
            assert afloop.code in (0, 2), (aanroep, afloop.fout)
            assert "Traceback" not in afloop.uit + afloop.fout
            if afloop.code == 2:
                assert afloop.uit == ""
                assert len(afloop.fout.strip().splitlines()) == 1
            # These names in the JSON are the same for every region: other programs build on them.
            uit = afloop.uit.replace('"gemeente":', "").replace("agenda/gemeente/1", "")
            assert _vreemd(regio, uit + afloop.fout) == []


@ELKE
@pytest.mark.parametrize("opdracht", ["prioriteer", "robuust", "gewichten"])
def test_wie_niet_rangschikt_zegt_dat_en_noemt_wat_wel_kan(
    opdracht: str, regio: Regio, draai: Callable
) -> None:
    afloop = draai(opdracht, regio.dossier, *regio.optie)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith(ZONDER_RANG)
    assert "agenda indeling" in afloop.fout


@pytest.mark.traag
@ELKE
def test_niets_spreekt_van_een_rang_of_van_wat_er_niet_is(
    regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    teksten = {
        "samenhang": draai("samenhang", regio.dossier, *regio.optie).uit,
        "waarom": draai("waarom", regio.een, regio.dossier, *regio.optie).uit,
        "vergelijk": draai("vergelijk", regio.dossier, regio.dossier, *regio.optie).uit,
        **_stukken(regio, tmp_path, draai),
    }

    for wat, tekst in teksten.items():
        tekst = re.sub("(?i)voorstel, nog niet vastgesteld", "", tekst)
        gezegd = {woord.casefold() for woord in OVER_RANG.findall(tekst)}
        assert {woord for woord in gezegd if woord not in _eigen(regio)} == set(), wat
        assert "(geen)" not in tekst, wat


@pytest.mark.traag
@ELKE
def test_koppen_en_namen_zijn_die_van_de_regio(
    regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    teksten = _stukken(regio, tmp_path, draai)
    kop = regio.agenda.capitalize()

    for vorm in ("docx", "pdf", "html", "md"):
        assert kop in teksten[vorm], vorm
        assert f"De {regio.onderwerpen}" in teksten[vorm], vorm
        if regio is REGIOS["bibliotheken"]:  # the others use the word in their own sentences
            assert not re.search(r"\b[Oo]nderwerp(en)?\b", teksten[vorm]), vorm


@pytest.mark.traag
@ELKE
def test_een_besluit_zonder_rang_legt_alles_vast_zonder_plaats_en_is_te_controleren(
    regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    dossier = _kopie(regio, tmp_path)

    vastgelegd = draai("vaststellen", dossier, *_wie(regio), *regio.optie)
    besluit = dossier / "besluiten" / "2026-02-01"
    controle = draai("controleer", besluit)
    lijst = (besluit / "ranglijst.json").read_text(encoding="utf-8")

    assert vastgelegd.code == 0
    assert controle.code == 0
    assert "opnieuw gemaakt uit deze invoer, en zijn gelijk" in controle.uit
    assert set(re.findall(r'"(?:vastgestelde_)?plaats": (\S+),', lijst)) == {"null"}
    assert set(re.findall(r'"score(?:_max)?": (\S+),', lijst)) == {"null"}
    assert draai("waarom", regio.een, besluit).code == 0
    assert draai("exporteer", besluit, "--als", "md", "--naar", tmp_path / "later").code == 0


@ELKE
def test_van_een_plaats_die_er_niet_is_wijkt_niemand_af(
    regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    dossier = _kopie(regio, tmp_path)
    afwijking = ["--afwijking", f"{regio.een}:1:Daarom"]

    afloop = draai("vaststellen", dossier, *_wie(regio), *afwijking, *regio.optie)

    assert afloop.code == 2
    assert "er zijn geen plaatsen om van af te wijken" in afloop.fout
    assert not (dossier / "besluiten").exists()


ROLLEN = {
    "bibliotheken": (
        "Adviseert, uiterlijk 7 dagen voordat «Kustbestuur» bijeenkomt: ",
        "Besluit: ",
        "Vriendenkring besluit niet (",
    ),
    "arnhem": (
        "Hakt de knoop door, binnen 24 uur: ",
        "Stelt vast: ",
        "Alleen het besluit van elke gemeente zelf telt.",
    ),
    "centraal-gelderland": (
        "Adviseert: ",
        "Alleen het besluit van de gemeenteraden telt, in elke gemeente apart.",
    ),
}


@pytest.mark.parametrize("naam", REGIOS)
def test_wie_wat_doet_en_binnen_welke_termijn_volgt_uit_de_rollen(
    naam: str, tmp_path: Path, draai: Callable
) -> None:
    regio = REGIOS[naam]

    tekst = _stukken(regio, tmp_path, draai, "md")["md"]

    for zin in ROLLEN[naam]:
        assert zin in tekst
    assert "Bresdo besluit niet" not in tekst


def test_wie_vaststelt_of_alleen_hoort_mag_met_een_waarschuwing_vastleggen(
    tmp_path: Path, draai: Callable
) -> None:
    for nummer, door in enumerate(("Bresdo", "Gemeenteraden"), start=1):
        dossier = _kopie(REGIOS["arnhem"], tmp_path / door)
        wie = ["--door", door, "--datum", f"2014-03-2{nummer}"]

        afloop = draai("vaststellen", dossier, *wie, "--als", "csv")

        assert afloop.code == 0
        assert f"«{door}» heeft in de route van het profiel een andere rol" in afloop.fout
        assert "Beslissen mag: «Elke gemeente zelf»." in afloop.fout


@pytest.mark.parametrize("door", ["Vriendenkring", "de programmatafel"])
def test_wie_niet_mag_beslissen_legt_niets_vast(door: str, tmp_path: Path, draai: Callable) -> None:
    regio = REGIOS["bibliotheken"]
    dossier = _kopie(regio, tmp_path)

    afloop = draai("vaststellen", dossier, "--door", door, "--datum", "2026-02-01", *regio.optie)

    assert afloop.code == 2
    assert "Beslissen mag: «Huismeesters» of «Kustbestuur»" in afloop.fout


def test_de_registers_hebben_de_eigen_teksten_van_de_regio(tmp_path: Path, draai: Callable) -> None:
    regio = REGIOS["bibliotheken"]

    afloop = draai(
        *("exporteer", regio.dossier, "--als", "algoritmeregister", "--naar", tmp_path),
        *regio.optie,
    )

    assert afloop.code == 0
    tekst = (tmp_path / "algoritmeregister.json").read_text(encoding="utf-8")
    assert "Activiteiten van het seizoen indelen" in tekst
    assert _vreemd(regio, tekst) == []
    for naam in ("arnhem-2014", "centraal-gelderland"):
        eigen = (meegeleverde_profielen() / naam / "register.yaml").read_text(encoding="utf-8")
        assert not re.search(r"ranglijst|score|op volgorde", eigen)


@pytest.mark.traag
@ELKE
def test_elk_stuk_en_het_sjabloon_hebben_geen_woord_van_een_andere_regio(
    regio: Regio, tmp_path: Path, draai: Callable
) -> None:
    nieuw = tmp_path / "nieuw"
    assert draai("nieuw", "2027", nieuw, "--themas", regio.profiel).code == 0

    sjabloon = {pad.name: _tekst(pad) for pad in sorted(nieuw.iterdir())}
    for wat, tekst in (_stukken(regio, tmp_path, draai) | sjabloon).items():
        assert _vreemd(regio, tekst) == [], wat


def _stukken(regio: Regio, map_: Path, draai: Callable, vormen: str = "") -> dict[str, str]:
    """Form → the text that people read in it."""
    als = ["--als", vormen] if vormen else []
    afloop = draai("exporteer", regio.dossier, "--naar", map_ / "x", *als, *regio.optie)
    assert afloop.code == 0, afloop.fout
    paden = {vorm: next((map_ / "x").glob(f"*.{vorm}"), None) for vorm in VORMEN if vorm != "json"}
    for pad in paden.values():
        assert pad is None or pad.name.startswith(f"{regio.agenda}-")
    return {vorm: _tekst(pad) for vorm, pad in paden.items() if pad}


def _tekst(pad: Path) -> str:
    inhoud = pad.read_bytes()
    if pad.suffix == ".pdf":
        document = pypdfium2.PdfDocument(inhoud)
        bladen = "\n".join(blad.get_textpage().get_text_range() for blad in document)
        return bladen.replace("\u200b", "")
    if pad.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as boek:
            delen = [boek.read(n).decode() for n in boek.namelist() if _is_inhoud(n)]
        return "\n".join(re.sub(r"<[^>]*>", "\n", re.sub(r"</w:r>", "", deel)) for deel in delen)
    tekst = inhoud.decode()
    if pad.suffix == ".html":
        tekst = re.sub(r"<(style|script)[^>]*>.*?</\1>", "", tekst, flags=re.DOTALL)
        tekst = re.sub(r"<[^>]*>", "\n", tekst)
    return tekst


def _is_inhoud(naam: str) -> bool:
    return naam.endswith(("word/document.xml", "sharedStrings.xml", "xl/workbook.xml"))


ALTIJD_VREEMD = (
    *("PFO", "wethoudersoverleg", "Beschermd Thuis", "Rivierenland", "Nijmegen", "college"),
    *("gemeente", "gemeenten", "deelregio", "werkgroep", "strategische agenda"),
)
GEWOON = {
    "lokaal",
    "regionaal",
    "niveau",
    "urgent",
    "indicatie",
    "algemeen",
    "contract",
    "organisatie",
}
"""Ordinary words that some region also has as a name."""


@cache
def _namen(map_: Path) -> frozenset[str]:
    """Every code and name that a profile gives to something."""
    profiel, regelset = lees_profiel(map_)
    dingen = [
        *(*profiel.themas, *profiel.plannen, *profiel.gremia, *profiel.momenten),
        *(*profiel.regio.leden, *profiel.regio.deelregios, *profiel.samenwerkingen, profiel.regio),
    ]
    namen = {ding.code for ding in dingen}
    namen |= {getattr(ding, "naam", "") or getattr(ding, "titel", "") for ding in dingen}
    namen |= {tekst for veld in profiel.velden for tekst in (veld.code, veld.kop)}
    namen |= {regel.titel for regel in regelset.regels} | {r.code for r in regelset.regels}
    for indeling in regelset.indelingen:
        namen |= {indeling.code, indeling.naam, *indeling.codes}
    return frozenset(naam for naam in namen if len(naam) > 3)


@cache
def _eigen(regio: Regio) -> str:
    """What a region says itself, in its profile and its dossier."""
    paden = [pad for map_ in (regio.profiel, regio.dossier) for pad in sorted(map_.rglob("*.yaml"))]
    teksten = (pad.read_text(encoding="utf-8").casefold() for pad in paden)
    return "\n".join(re.sub(r"(?m)^ *#.*$", "", tekst) for tekst in teksten)


@cache
def _vreemde_woorden(regio: Regio) -> re.Pattern[str]:
    """The words of all other regions that the region's own files do not hold."""
    eigen = _eigen(regio)
    anderen = [m for m in meegeleverde_profielen().iterdir() if (m / "regio.yaml").exists()]
    anderen.append(VERZONNEN / "bibliotheken-zilverkust")
    alle = set(ALTIJD_VREEMD).union(*(_namen(m) for m in anderen if m.name != regio.profiel.name))
    vreemd = {w for w in alle if w.casefold() not in eigen and w.casefold() not in GEWOON}
    delen = "|".join(map(re.escape, sorted(vreemd, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{delen})(?![\w-])", re.IGNORECASE)


def _vreemd(regio: Regio, tekst: str) -> list[str]:
    """The words of another region in a text."""
    return sorted({gevonden.casefold() for gevonden in _vreemde_woorden(regio).findall(tekst)})


def test_een_woord_van_een_andere_regio_wordt_gezien() -> None:
    regio = REGIOS["bibliotheken"]

    assert _vreemd(regio, "Het PFO en het Bresdo, met de gemeente.") == [
        "bresdo",
        "gemeente",
        "pfo",
    ]
    assert _vreemd(regio, "Het Kustbestuur en de vestiging.") == []
