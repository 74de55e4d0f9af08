"""Freeze an agenda: the input, the rules and the knowledge used, and everything that was made."""

from __future__ import annotations

from hashlib import sha256
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from agenda.exporteren import Gemaakt, maak_bestanden
from agenda.invoer import DOSSIERBESTAND, ONDERWERPBESTANDEN
from agenda.invoer.besluit import BESLUITSCHEMA
from agenda.invoer.besluitketen import eerdere
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.ontvangstbewijs import bewijs_sha256, maak_ontvangstbewijs
from agenda.invoer.profielmap import regelmap_van
from agenda.invoer.vorige import vorige_json
from agenda.opslag.besluitmap import (
    BESLUITBESTAND,
    BESLUITEN,
    INVOER,
    MDTOBESTAND,
    ONTVANGSTBEWIJS,
    PROFIEL,
    RANGLIJSTBESTAND,
    VORIGEBESTAND,
    besluitmap_om,
    is_besluitmap,
    mdtopad,
)
from agenda.opslag.nieuwe_map import BestaatAl, schrijf_map
from agenda.registers.lezen import REGISTERBESTAND, GelezenRegister, lees_register
from agenda.registers.mdto import mdto_bestand, mdto_informatieobject
from agenda.weergave.besluit import besluit_json
from agenda.weergave.ontbreekt import minder
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.vormen import json_tekst
from regels.lezen.tekst import GELEZEN, lees_bytes
from regels.melding import Invoerfout, Melding, Plek
from regels.regelset import regelbestanden

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from agenda.invoer.dossier import GelezenDossier
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.registers.gegevens import Archief
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.volger import Volger


class Vastgelegd(NamedTuple):
    """A decision that was written: how many files, the SHA-256 of its receipt, and of the forms
    that could not be made why."""

    aantal: int
    bewijs: str
    niet: Mapping[str, str]


MAX_PROFIEL = 500
"""A profile folder holds no more files than this."""


def weiger_tweede_keer(map_: Path, besluit: Besluit) -> Path:
    """The folder that a decision will get.

    Raises:
        Invoerfout: it is there already, or the dossier is a decision or stands in one.
    """
    if besluitmap_om(map_):
        verwacht = "een dossier; van een besluit maakt u geen tweede besluit"
        raise Invoerfout([Melding(Plek(str(map_)), "dossier", "een besluit", verwacht)])
    doel = map_ / BESLUITEN / besluit.datum.isoformat()
    if doel.exists() or doel.is_symlink():
        raise Invoerfout([_bestaat_al(doel)])
    return doel


def _bestaat_al(doel: Path) -> Melding:
    verwacht = "een dag waarop nog niets is vastgesteld; er is niets veranderd"
    hulp = f"bekijk wat er staat met: agenda controleer {quote(str(doel))}"
    return Melding(Plek(str(doel)), "--datum", "een besluit dat er al is", verwacht, hulp)


def vorig_bewijs(doel: Path, genoemd: Path | None) -> str | None:
    """The SHA-256 of the receipt of the decision before this one: so years form a chain.

    Args:
        doel: the folder that the new decision will get.
        genoemd: the decision that the user or the dossier names.

    Returns:
        Of the latest earlier decision beside it, else of the one that is named, else None.

    Raises:
        Invoerfout: what is named is no decision, or a receipt is not there.
    """
    map_ = max(eerdere(doel), default=genoemd)
    if map_ is None:
        return None
    if not is_besluitmap(map_):
        verwacht = "de map van een besluit"
        raise Invoerfout([Melding(Plek(str(map_)), "vorig_besluit", "geen besluit", verwacht)])
    return bewijs_sha256(map_)


def verzamel(map_: Path, profielmap: Path) -> dict[str, bytes]:
    """What an agenda is made from, byte for byte: path inside the decision → content.

    Args:
        map_: the dossier.
        profielmap: the profile used.

    Raises:
        Invoerfout: a file is too large, or the profile folder holds too much.
        Bestandsfout: a file may not be read.
    """
    gelezen = {pad.name for pad in GELEZEN if pad.parent == map_.absolute()}
    mogelijk = {DOSSIERBESTAND, *ONDERWERPBESTANDEN, REGISTERBESTAND, *gelezen}
    namen = sorted(naam for naam in mogelijk if (map_ / naam).exists())
    kopie = {f"{INVOER}/{naam}": lees_bytes(map_ / naam, naam) for naam in namen}
    for pad in _profielbestanden(profielmap):
        naam = pad.relative_to(profielmap).as_posix()
        kopie[f"{PROFIEL}/{naam}"] = lees_bytes(pad, naam)
    for pad in regelbestanden(regelmap_van(profielmap)):
        kopie[f"{PROFIEL}/regels/{pad.name}"] = lees_bytes(pad, f"regels/{pad.name}")
    return kopie


def _vorige(dossier: Dossier) -> dict[str, bytes]:
    """What was on the agenda of the decision before, when the dossier names one."""
    if dossier.instellingen.vorig_besluit is None or dossier.vorige is None:
        return {}
    inhoud = json_tekst(vorige_json(dossier.vorige)).encode()
    return {f"{INVOER}/{VORIGEBESTAND}": inhoud}


def _profielbestanden(profielmap: Path) -> list[Path]:
    """The files of a profile: its own and those one folder deeper; nothing that is hidden."""
    paden = [
        pad
        for patroon in ("*", "*/*")
        for pad in profielmap.glob(patroon)
        if pad.is_file()
        and not any(deel.startswith((".", "__")) for deel in pad.relative_to(profielmap).parts)
    ]
    if len(paden) > MAX_PROFIEL:
        gevonden = f"een map met {len(paden)} bestanden"
        verwacht = f"een profiel van hoogstens {MAX_PROFIEL} bestanden"
        raise Invoerfout([Melding(Plek(profielmap.name), "", gevonden, verwacht)])
    return sorted(paden)


def mdto_van(
    ranglijst: Ranglijst, besluit: Besluit, archief: Archief, bestanden: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The metadata for the archive: of the decision, and of every file in it."""
    return {
        MDTOBESTAND: mdto_informatieobject(ranglijst, besluit, archief, bestanden),
        **{
            mdtopad(pad): mdto_bestand(ranglijst, besluit, pad, inhoud)
            for pad, inhoud in bestanden.items()
        },
    }


def maak_stukken(
    agenda: Jaaragenda, register: GelezenRegister, vormen: Sequence[str], volg: Volger
) -> Gemaakt:
    """What follows from the input of a decision and from what was decided."""
    besluit, ranglijst = agenda.besluit, agenda.ranglijst
    assert besluit is not None  # noqa: S101 - what is frozen was decided
    gegevens = {"schema": BESLUITSCHEMA, **besluit_json(besluit, ranglijst)}
    kern = {
        BESLUITBESTAND: json_tekst(gegevens).encode(),
        RANGLIJSTBESTAND: json_tekst(toon_ranglijst(agenda).json()).encode(),
    }
    gemaakt = maak_bestanden(agenda, vormen, volg, register)
    return gemaakt._replace(bestanden=kern | gemaakt.bestanden)


def stel_agenda_vast(
    agenda: Jaaragenda,
    gelezen: GelezenDossier,
    register: GelezenRegister,
    doel: Path,
    vormen: Sequence[str],
    volg: Volger,
    vorige: str | None = None,
    *,
    alles: bool = False,
) -> Vastgelegd:
    """Write the folder of a decision: whole and read-only, or not at all.

    Args:
        agenda: the agenda with its decision.
        gelezen: the dossier that it was made from.
        register: what the region says of itself.
        doel: the folder, which is not there yet.
        vormen: the forms of the exports.
        volg: shows progress.
        vorige: the SHA-256 of the receipt of the decision before it, as `vorig_bewijs` gives it.
        alles: whether a form that cannot be made here is a reason to freeze nothing.

    Returns:
        How many files it holds, and the SHA-256 of its receipt.

    Raises:
        NietTeMaken: a form cannot be made.
        Invoerfout: the dossier changed, or somebody else made the folder, in the meantime.
        Bestandsfout: the folder cannot be made.
    """
    besluit, ranglijst = agenda.besluit, agenda.ranglijst
    assert besluit is not None  # noqa: S101 - what is frozen was decided
    gemaakt = maak_stukken(agenda, register, vormen, volg).eis(alles=alles)
    bestanden = {
        **verzamel(gelezen.map_, gelezen.profielmap),
        **_vorige(gelezen.dossier),
        **gemaakt.bestanden,
    }
    bestanden |= mdto_van(agenda.ranglijst, besluit, register.register.archief, bestanden)
    bewijs = maak_ontvangstbewijs(besluit, bestanden, ranglijst.evaluatoren, vorige, minder())
    bestanden[ONTVANGSTBEWIJS] = json_tekst(bewijs).encode()

    def eis_gelijk(gemaakt: Path) -> None:
        """What was copied must say what was read: somebody may have saved a file in between."""
        terug = lees_dossier(gemaakt)
        ons = lees_register(terug.map_, terug.profielmap).register
        delen = (gelezen.dossier, gelezen.profiel, gelezen.regelset, besluit, register.register)
        if delen != (terug.dossier, terug.profiel, terug.regelset, terug.besluit, ons):
            verwacht = "invoer die niet verandert terwijl het programma bezig is"
            hulp = "er is niets vastgelegd; doe het nog een keer"
            plek = Plek(str(gelezen.map_))
            raise Invoerfout([Melding(plek, "dossier", "andere invoer dan net", verwacht, hulp)])

    try:
        schrijf_map(doel, bestanden, eis_gelijk, alleen_lezen=True)
    except BestaatAl as fout:
        raise Invoerfout([_bestaat_al(doel)]) from fout
    bewijs_sha = sha256(bestanden[ONTVANGSTBEWIJS]).hexdigest()
    return Vastgelegd(len(bestanden), bewijs_sha, gemaakt.niet)
