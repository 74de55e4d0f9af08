"""Read register.yaml: that of the profile, with what the dossier says itself on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.invoer.veldenbestand import lees_velden
from agenda.opslag.besluitmap import BESLUITEN, INVOER, is_besluitmap
from agenda.registers.gegevens import Register
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

REGISTERBESTAND = "register.yaml"


@dataclass(frozen=True, slots=True)
class GelezenRegister:
    """What the region says of itself, with the place of each part."""

    register: Register
    gelezen: Gelezen

    def eis(self, deel: str, verplicht: Mapping[str, str]) -> None:
        """Demand that these fields of a part are filled in.

        Args:
            deel: algoritmeregister, archief or woo.
            verplicht: field → what is expected there.

        Raises:
            Invoerfout: naming every field that is not.
        """
        ontbreekt = [v for v in verplicht if getattr(getattr(self.register, deel), v) is None]
        hulp = f"zet het in {REGISTERBESTAND} in de map van het dossier, onder {deel}"
        plek = self.gelezen.plekken.get((deel,), Plek(REGISTERBESTAND))
        if ontbreekt:
            raise Invoerfout(
                Melding(plek, f"{deel}.{veld}", "niets", f"{verplicht[veld]} (verplicht)", hulp)
                for veld in ontbreekt
            )


def lees_register(map_: Path, profielmap: Path, *, ook_later: bool = True) -> GelezenRegister:
    """What the region says of itself.

    A decision keeps what was filled in when it was made. What was still missing may be filled in
    later in the dossier that it stands in: who publishes it is often known only then.

    Args:
        map_: the dossier; of a decision the folder inside it.
        profielmap: the profile.
        ook_later: of a decision, also what was filled in after it.

    Raises:
        Invoerfout: with every fault in both files.
        Bestandsfout: a file may not be read.
    """
    meldingen: list[Melding] = []
    eromheen = _dossier_van(map_) if ook_later else []
    delen = [
        deel
        for pad, naam in (
            (profielmap / REGISTERBESTAND, f"{profielmap.resolve().name}/{REGISTERBESTAND}"),
            *((pad / REGISTERBESTAND, REGISTERBESTAND) for pad in eromheen),
            (map_ / REGISTERBESTAND, REGISTERBESTAND),
        )
        if pad.exists() and (deel := lees_velden(pad, naam, meldingen))
    ]
    geheel = _samen(delen)
    register = houd_tegen(Register, geheel.waarde, geheel, (), meldingen)
    if meldingen or register is None:
        raise Invoerfout(meldingen)
    return GelezenRegister(register, geheel)


def _dossier_van(map_: Path) -> list[Path]:
    """The dossier that a decision stands in, as long as it stands there."""
    invoer = map_.resolve()
    if invoer.name == INVOER and is_besluitmap(invoer.parent):
        besluiten = invoer.parent.parent
        return [besluiten.parent] if besluiten.name == BESLUITEN else []
    return []


def _samen(delen: Sequence[Gelezen]) -> Gelezen:
    """One value out of several files: in every part a later file goes before an earlier one."""
    waarde: dict[str, Any] = {}
    plekken: dict[tuple[str | int, ...], Plek] = {}
    rauw: dict[tuple[str | int, ...], str] = {}
    for gelezen in delen:
        for naam, deel in gelezen.waarde.items():
            if deel is None:
                continue
            eerder = waarde.get(naam)
            if isinstance(eerder, dict) and isinstance(deel, dict):
                waarde[naam] = eerder | deel
            else:
                waarde[naam] = deel
        plekken |= gelezen.plekken
        rauw |= gelezen.rauw
    return Gelezen(waarde, REGISTERBESTAND, plekken, rauw)
