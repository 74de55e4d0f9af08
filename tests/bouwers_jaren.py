"""Years that follow each other: dossiers, decisions on them, and what was written down since."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bouwers_agenda import als_yaml, maak_onderwerp

from agenda.invoer.dossier import lees_dossier
from agenda.rangorde.besluit import Besluit
from agenda.rangorde.prioritering import prioriteer
from agenda.registers.lezen import lees_register
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.vaststellen import stel_agenda_vast, vorig_bewijs, weiger_tweede_keer
from agenda.vervolgen import vervolg
from regels.volger import stil

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bouwers_agenda import Rauw

    from agenda.weergave.voortgang.vervolg import Vervolg


TAG = {"waarde": "ja", "onderbouwing": "Zo is het.", "bron": "Verslag 2026", "lezing": "Vrij."}


def vier_onderwerpen() -> list[Rauw]:
    """Three that are admitted, of which one waits for two, and one that is not."""
    return [
        maak_onderwerp("een", criteria={"veiligheid": TAG}, kosten_euro=50000),
        maak_onderwerp("twee", afhankelijk_van=["een", "vier"]),
        maak_onderwerp("drie", regios=["rivierenland"], inspanning_fte=Decimal("0.4")),
        maak_onderwerp("vier", toelichting="Regel één.\n\n# geen opmerking: - echt"),
    ]


def stel_vast(map_: Path, dag: str, themas: Path | None = None) -> Path:
    """A decision on a dossier, in its smallest form."""
    besluit = Besluit("Colleges", date.fromisoformat(dag))
    doel = weiger_tweede_keer(map_, besluit)
    gelezen = lees_dossier(map_, themas)
    ranglijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
    register = lees_register(gelezen.map_, gelezen.profielmap)
    genoemd = gelezen.dossier.instellingen.vorig_besluit
    vorige = vorig_bewijs(doel, map_ / genoemd if genoemd else None)
    agenda = Jaaragenda(ranglijst, besluit)
    stel_agenda_vast(agenda, gelezen, register, doel, ("md",), stil, vorige)
    return doel


def schrijf_stand(map_: Path, *rijen: dict[str, Any]) -> None:
    """What people wrote down: rows below those that are there already."""
    pad = map_ / "stand.yaml"
    al = pad.read_text(encoding="utf-8") if pad.exists() else "stand:\n"
    pad.write_text(al + "".join(f"  - {_plat(rij)}\n" for rij in rijen), encoding="utf-8")


def rij(onderwerp: str, toestand: str, op: str = "2027-06-01", **ook: Any) -> dict[str, Any]:
    """A row of `stand.yaml`."""
    dagen = {n: date.fromisoformat(ook.pop(n)) for n in ("klaar_op",) if n in ook}
    vast = {"onderwerp": onderwerp, "op": date.fromisoformat(op), "toestand": toestand}
    return {**vast, **dagen, **ook}


def _plat(waarde: dict[str, Any]) -> str:
    regels = als_yaml(waarde).splitlines()
    return "\n    ".join(regels)


def ga_verder(van: Path, jaar: int = 2028, themas: Path | None = None) -> tuple[Path, Vervolg]:
    """The next year, beside the old one."""
    doel = (van.parents[1] if van.parent.name == "besluiten" else van).parent / str(jaar)
    return doel, vervolg(doel, jaar, van, themas)


def codes_in(map_: Path, themas: Path | None = None) -> list[str]:
    """The codes of the topics of a dossier."""
    return [o.code for o in lees_dossier(map_, themas).dossier.onderwerpen]


def zinnen_over(gemaakt: Vervolg, soort: str) -> dict[str, list[str]]:
    """Code of a topic → why something of it must be looked at again."""
    uit: dict[str, list[str]] = {}
    for punt in _punten(gemaakt):
        if punt.soort == soort:
            uit.setdefault(punt.onderwerp, []).append(punt.zin)
    return uit


def _punten(gemaakt: Vervolg) -> Iterable[Any]:
    return (deel.punt for deel in gemaakt.punten)
