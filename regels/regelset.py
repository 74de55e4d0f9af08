"""All versions of all rules of a profile, and those that are in force on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from regels.bevindingsoorten import als_fout
from regels.gelezen import GEEN_PLEKKEN, GelezenRegel, Plekken, plekken_van
from regels.indelingcontrole import (
    controleer_indelingen,
    dubbele_namen,
    lees_indelingen,
    zonder_regel,
)
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen, Pad, lees_yaml
from regels.lijstvelden import deelvelden, regel_op_deelvelden
from regels.melding import Invoerfout, Melding, Plek
from regels.model import Regel, Veld
from regels.naregels import GEEN_NAREGELS, Naregels, gevraagd, naregels_van
from regels.operatoren import VERGELIJKWOORDEN
from regels.regelcontrole import controleer
from regels.samencontrole import anders_dan_voorbeelden, strijd
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from regels.indeling import Indeling


class GeenRegels(Exception):
    """On a day no rules are in force to decide with.

    Attributes:
        ontbreekt: the kinds of rule that are missing.
        vanaf: the first later day on which they are there; None when they never are.
    """

    def __init__(self, peildatum: date, ontbreekt: Sequence[str], vanaf: date | None) -> None:
        self.peildatum = peildatum
        self.ontbreekt = tuple(ontbreekt)
        self.vanaf = vanaf
        super().__init__(f"{peildatum}: {self.ontbreekt}")


_MOET_GELDEN = ("uitgangspunt", "criterium")
"""Where a profile has rules of these kinds, one of each must be in force to decide."""


@dataclass(frozen=True, slots=True)
class Regelset:
    """All versions of all rules, in the order of their files, and the fields they may use.

    Attributes:
        indelingen: each after those on which its rules rest.
        plekken: where they stand.
        na: the rules over what comes after the decision, that stand apart from these.
    """

    regels: tuple[Regel, ...]
    velden: Mapping[str, Veld]
    indelingen: tuple[Indeling, ...] = ()
    plekken: Plekken = field(default=GEEN_PLEKKEN, compare=False, repr=False)
    na: Naregels = GEEN_NAREGELS

    @property
    def alle_regels(self) -> tuple[Regel, ...]:
        """All rules, those over what comes after the decision last."""
        return (*self.regels, *self.na.regels)

    @property
    def alle_velden(self) -> Mapping[str, Veld]:
        """Every fact that some rule may use."""
        return {**self.velden, **self.na.velden}

    @property
    def alle_indelingen(self) -> tuple[Indeling, ...]:
        """All classifications, each after those on which its rules rest."""
        return (*self.indelingen, *self.na.indelingen)

    def op(self, peildatum: date) -> tuple[Regel, ...]:
        """The rules in force on a day, in file order.

        Raises:
            GeenRegels: there are uitgangspunten or criteria, and none is in force then.
        """
        geldig = tuple(regel for regel in self.regels if regel.geldt_op(peildatum))
        soorten = {regel.soort for regel in geldig}
        ontbreekt = [
            soort
            for soort in _MOET_GELDEN
            if soort not in soorten and any(regel.soort == soort for regel in self.regels)
        ]
        if ontbreekt:
            eerste = [self._eerste_na(peildatum, soort) for soort in ontbreekt]
            bekend = [dag for dag in eerste if dag is not None]
            vanaf = max(bekend) if len(bekend) == len(eerste) else None
            raise GeenRegels(peildatum, ontbreekt, vanaf)
        return geldig

    def _eerste_na(self, peildatum: date, soort: str) -> date | None:
        return _eerste_na(peildatum, (regel for regel in self.regels if regel.soort == soort))

    def zonder_geldige_regel(self, peildatum: date) -> dict[str, date | None]:
        """The classifications of which no rule is in force on a day.

        Returns:
            Code → the first later day on which one is; None when none ever is again.
        """
        zonder = {}
        for indeling in self.indelingen:
            eigen = [regel for regel in self.regels if indeling.code in (regel.gevolg or ())]
            if not any(regel.geldt_op(peildatum) for regel in eigen):
                zonder[indeling.code] = _eerste_na(peildatum, eigen)
        return zonder

    def eerste_dag(self, jaar: int) -> date:
        """The first day of a year on which the most classifications have a rule in force.

        Raises:
            GeenRegels: on 1 January no rules are in force to decide with.
        """
        nieuwjaar = date(jaar, 1, 1)
        self.op(nieuwjaar)
        later = {dag for dag in self.zonder_geldige_regel(nieuwjaar).values() if dag}
        dagen = (nieuwjaar, *(dag for dag in later if dag.year == jaar and self._beslist(dag)))
        return min(dagen, key=lambda dag: (len(self.zonder_geldige_regel(dag)), dag))

    def _beslist(self, dag: date) -> bool:
        try:
            self.op(dag)
        except GeenRegels:
            return False
        return True

    @property
    def criteria(self) -> dict[str, str]:
        """Code → title of all criteria, of whatever period, in file order."""
        return {regel.code: regel.titel for regel in self.regels if regel.soort == "criterium"}


def _eerste_na(peildatum: date, regels: Iterable[Regel]) -> date | None:
    """The first day after this one on which a version of these rules begins."""
    begin = (regel.geldig_van for regel in regels)
    return min((dag for dag in begin if dag and dag > peildatum), default=None)


def regelbestanden(map_: Path) -> list[Path]:
    """The files with rules in a folder, in their order; none where there is no such folder."""
    return sorted(pad for pad in map_.glob("*") if pad.suffix in (".yaml", ".yml"))


def lees_regels(
    map_: Path,
    basisvelden: Iterable[Veld],
    documenten: Collection[str],
    indelingen: Gelezen | None = None,
    navelden: Iterable[Veld] = (),
    alleen: Collection[str] | None = None,
) -> Regelset:
    """Read the rule files of a folder and check them.

    Args:
        map_: a folder with rules in YAML files.
        basisvelden: the fields that facts have, besides one per criterium and per classification.
        documenten: codes of the sources that a rule may name.
        indelingen: the file with classifications, when the profile has one.
        navelden: the facts over what comes after the decision; they are there when a rule or a
            classification is about that.
        alleen: the kinds of rule that are read; None is all.

    Raises:
        Invoerfout: with all faults of all files.
        Regelstrijd: the rules are well formed, but they contradict themselves or each other.
    """
    meldingen: list[Melding] = []
    gelezen: list[GelezenRegel] = []
    for bestand in regelbestanden(map_):
        try:
            inhoud = lees_yaml(bestand, f"{map_.name}/{bestand.name}")
        except Invoerfout as fout:
            meldingen.extend(fout.meldingen)
            continue
        delen = _regels_uit(inhoud, meldingen)
        gelezen.extend(deel for deel in delen if alleen is None or deel.regel.soort in alleen)
    if not gelezen and not meldingen:
        meldingen.append(Melding(Plek(map_.name), "", "geen regels", "een map met regels in YAML"))
    vormfouten = len(meldingen)
    lijst = lees_indelingen(indelingen, meldingen) if indelingen else []
    if len(meldingen) > vormfouten:  # without these, every rule that names one would seem wrong
        raise Invoerfout(meldingen)
    velden = {veld.naam: veld for veld in basisvelden}
    velden |= gevraagd(navelden, lijst, gelezen, velden, meldingen)
    eigen = {deel.regel.code: deel for deel in gelezen if deel.regel.soort == "criterium"}
    for code, deel in eigen.items():
        if code in velden:
            verwacht = "een code die nog niet de naam van een veld is"
            meldingen.append(deel.melding(("code",), toon(code), verwacht, soort="dubbele-naam"))
    velden |= {code: Veld(code, deel.regel.titel, ("ja", "nee")) for code, deel in eigen.items()}
    meldingen += dubbele_namen(lijst, velden)
    if any(melding.soort == "dubbele-naam" for melding in meldingen):
        # What else is wrong depends on which of the two a rule means.
        raise als_fout(meldingen)
    velden |= {deel.indeling.code: deel.indeling.veld for deel in lijst}
    alle = velden | deelvelden(velden.values())
    in_volgorde = controleer_indelingen(lijst, gelezen, velden, documenten, meldingen)
    controleer(gelezen, velden, documenten, meldingen)
    regels = tuple(regel_op_deelvelden(deel.regel, velden) for deel in gelezen)
    plekken = plekken_van(gelezen, lijst)
    gekend = tuple(deel.indeling for deel in in_volgorde)
    samen = [*zonder_regel(lijst, gelezen)]
    samen = samen or [*anders_dan_voorbeelden(in_volgorde, regels, velden, alle)]
    samen += map(plekken.melding, strijd(regels, gekend, alle) if not samen else ())
    if samen:
        raise als_fout(samen)
    apart = naregels_van(regels, alle, gekend)
    return Regelset(
        tuple(regel for regel in regels if regel not in apart.regels),
        {naam: veld for naam, veld in alle.items() if naam not in apart.velden},
        tuple(indeling for indeling in gekend if indeling not in apart.indelingen),
        plekken,
        apart,
    )


def _regels_uit(inhoud: Gelezen, meldingen: list[Melding]) -> list[GelezenRegel]:
    lijst = inhoud.waarde.get("regels") if isinstance(inhoud.waarde, dict) else None
    if not isinstance(lijst, list) or list(inhoud.waarde) != ["regels"]:
        anders = [naam for naam in inhoud.waarde if naam != "regels"] if lijst else []
        gevonden = f"ook {opsomming(map(toon, anders), 'en')}" if anders else toon(inhoud.waarde)
        verwacht = "een lijst met de naam «regels», en verder niets"
        meldingen.append(Melding(inhoud.plek(tuple(anders[:1])), "", gevonden, verwacht))
        return []
    gelezen = []
    for nummer, rauw in enumerate(lijst):
        pad: Pad = ("regels", nummer)
        vormfouten = len(meldingen)
        vorm = met_vergelijkingen(rauw, inhoud, pad, meldingen)
        regel = houd_tegen(Regel, vorm, inhoud, pad, meldingen)
        if regel is not None and len(meldingen) == vormfouten:
            gelezen.append(GelezenRegel(regel, inhoud, pad))
    return gelezen


def met_vergelijkingen(rauw: Any, inhoud: Gelezen, pad: Pad, meldingen: list[Melding]) -> Any:
    """Turn each `{veld: a, minstens: 1}` under `als` into the shape of a `Voorwaarde`."""
    if not isinstance(rauw, dict) or not isinstance(rauw.get("als"), list):
        return rauw
    als = []
    for nummer, voorwaarde in enumerate(rauw["als"]):
        hier = (*pad, "als", nummer)
        fout = _verkeerd(voorwaarde, inhoud.plek(hier))
        if fout is not None:
            meldingen.append(fout)
            # What stands here does not matter any more, only that the next keep their number.
            als.append({"veld": "-", "vergelijking": "is", "waarde": 0})
            continue
        vergelijking = next(woord for woord in voorwaarde if woord != "veld")
        waarde = voorwaarde[vergelijking]
        als.append({"veld": voorwaarde["veld"], "vergelijking": vergelijking, "waarde": waarde})
        inhoud.plekken[(*hier, "waarde")] = inhoud.plek((*hier, vergelijking))
        inhoud.rauw[(*hier, "waarde")] = str(inhoud.getypt((*hier, vergelijking), waarde))
    return rauw | {"als": als}


def _verkeerd(voorwaarde: Any, plek: Plek) -> Melding | None:
    """What is wrong with the form of a condition; None when it is right."""
    woorden = list(voorwaarde) if isinstance(voorwaarde, dict) else []
    gebruikt = [woord for woord in woorden if woord in VERGELIJKWOORDEN]
    vreemd = [woord for woord in woorden if woord not in {"veld", *VERGELIJKWOORDEN}]
    verwacht = f"een veld en één van {opsomming(VERGELIJKWOORDEN)}"
    if not woorden:
        return Melding(plek, "als", toon(voorwaarde), verwacht)
    if vreemd:
        hulp = bedoelde_u(vreemd[0], ("veld", *VERGELIJKWOORDEN))
        return Melding(plek, "als", toon(vreemd[0]), verwacht, hulp)
    if "veld" not in woorden:
        return Melding(plek, "als", "geen veld", verwacht)
    if len(gebruikt) != 1:
        gevonden = "geen vergelijking"
        if gebruikt:
            gevonden = f"meer dan één vergelijking: {opsomming(map(toon, gebruikt), 'en')}"
        return Melding(plek, "als", gevonden, verwacht)
    return None
