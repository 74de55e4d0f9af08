"""The reference of a profile names every file and every key that there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from agenda.feiten.nabesluit import navelden
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielbestanden import INDELINGENBESTAND, MAG_ONTBREKEN, VERPLICHT
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.kennis.route import ROLLEN
from agenda.kennis.woorden import EIGEN_WOORDEN, Woord
from regels.indeling import Indeling
from regels.model import NA_BESLUIT, Bron, Regel, Voorwaarde
from regels.operatoren import VERGELIJKWOORDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

NASLAG = (Path(__file__).parents[1] / "docs" / "profiel.md").read_text(encoding="utf-8")
EENS_VERTELD = {Bron: "Een bron", Woord: "Een woord", Voorwaarde: None}
"""Parts that stand in many places are told of once, under this heading."""
DOOR_DE_LEZER = {("regio.yaml", "vorm"): "ja", ("route.yaml", "stappen.weg"): "nee"}
"""What the reader asks or fills in before the model sees it."""


def deel(kop: str) -> str:
    """What stands under a heading, up to the next."""
    _, _, na = NASLAG.partition(f"# {kop}\n")
    assert na, f"geen kop {kop}"
    return re.split(r"^#", na, maxsplit=1, flags=re.MULTILINE)[0]


def rijen(kop: str) -> dict[str, str]:
    """Key → whether it must be there, as the tables under a heading say."""
    return dict(re.findall(r"^\| `([\w.]+)` \| (ja|nee) \|", deel(kop), flags=re.MULTILINE))


def sleutels(model: type[Any], begin: str = "") -> Iterator[tuple[str, str]]:
    """The path of every key of a model and its parts, with whether it must be there."""
    for attribuut, veld in model.__pydantic_fields__.items():
        naam = veld.alias or attribuut
        yield f"{begin}{naam}", "ja" if veld.is_required() else "nee"
        for onder in dict.fromkeys(modellen(veld.annotation)):
            if onder not in EENS_VERTELD:
                yield from sleutels(onder, f"{begin}{naam}.")


def modellen(soort: Any) -> Iterator[type[Any]]:
    if hasattr(soort, "__pydantic_fields__"):
        yield soort
    for binnen in get_args(soort):
        yield from modellen(binnen)


def bestanden() -> Iterator[tuple[str, dict[str, str]]]:
    for naam, model in {**VERPLICHT, **MAG_ONTBREKEN}.items():
        yield naam, dict(sleutels(model))
    for naam, lijst, model in (
        (INDELINGENBESTAND, "indelingen", Indeling),
        ("regels/*.yaml", "regels", Regel),
    ):
        yield naam, {lijst: "ja", **dict(sleutels(model, f"{lijst}."))}


def test_de_naslag_noemt_van_elk_bestand_elk_veld_en_of_het_moet() -> None:
    for naam, verwacht in bestanden():
        door_de_lezer = {veld: m for (b, veld), m in DOOR_DE_LEZER.items() if b == naam}

        assert rijen(f"`{naam}`") == verwacht | door_de_lezer, naam


def test_de_naslag_heeft_geen_kop_voor_een_bestand_dat_er_niet_is() -> None:
    koppen = re.findall(r"^## `(.*)`$", NASLAG, flags=re.MULTILINE)

    assert sorted(koppen) == sorted(naam for naam, _ in bestanden())


def test_wat_op_veel_plaatsen_staat_is_een_keer_verteld() -> None:
    for model, kop in EENS_VERTELD.items():
        if kop:
            assert rijen(kop) == dict(sleutels(model)), kop


def test_de_naslag_noemt_elk_vergelijkwoord_en_elke_rol() -> None:
    woorden = re.findall(r"^\| `(\w+)` \|", deel("Een voorwaarde"), flags=re.MULTILINE)
    rollen = next(r for r in NASLAG.splitlines() if r.startswith("| `stappen.rol` |"))

    assert tuple(woorden) == tuple(VERGELIJKWOORDEN)
    assert set(ROLLEN) <= set(re.findall(r"`([\w-]+)`", rollen))


def test_de_naslag_noemt_het_woord_dat_het_programma_anders_gebruikt() -> None:
    for naam in rijen("`woorden.yaml`"):
        if "." in naam:
            woord: Woord = getattr(EIGEN_WOORDEN, naam.partition(".")[2])
            assert f"| `{naam}` | nee | anders: {woord.met_lidwoord} |" in NASLAG


def test_de_naslag_noemt_elk_feit_van_na_het_besluit_met_waar_het_over_gaat() -> None:
    tabel = deel("Regels over wat na het besluit komt")
    genoemd = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", tabel, flags=re.MULTILINE)
    velden = navelden(lees_profiel(meegeleverde_profielen() / "nijmegen-rivierenland")[0])

    assert genoemd == [(veld.naam, veld.over) for veld in velden]
    assert {over for _, over in genoemd} == {*NA_BESLUIT}
