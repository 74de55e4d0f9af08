"""The files of a new year from those of the old one: the same kind, and as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.csvsnede import met_minder
from agenda.invoer.namen import begrijp_namen, titels_van
from agenda.invoer.rijenbestand import bestandsnamen, lees_lijst
from agenda.invoer.samengevoegd import KOP_VAN_SAMENVOEGEN
from agenda.invoer.tabelvorm import deelnametabel, onderwerptabel, tabellen_ernaast
from agenda.invoer.yamlsnede import Yamlsnede, pas_toe, zegt, zonder_nakijken
from agenda.invoer.yamltekst import yaml_lijst
from agenda.onderwerp.invullijst import invullijst
from agenda.opslag.rollen import (
    ANTWOORDENBESTAND,
    BEGROTINGBESTAND,
    GRENZENTABEL,
    KALENDERBESTAND,
    OORDELENBESTANDEN,
    VOORKEURENBESTAND,
    VOORKEURENTABEL,
)
from regels.lezen.tekst import bom_van, lees_bytes, lees_tekst
from regels.lezen.yaml import ontleed_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from agenda.invoer.dossier import GelezenDossier
    from agenda.invoer.sjabloonvorm import Sjabloonblad
    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen
    from regels.regelset import Regelset

ZOALS_ZE_ZIJN = (
    *("leden.yaml", "leden.csv", "register.yaml", ANTWOORDENBESTAND),
    *(VOORKEURENBESTAND, VOORKEURENTABEL, GRENZENTABEL),
)
"""What is known of members, of the weights and of the region: it belongs to no one year."""
VAN_HET_JAAR = (*OORDELENBESTANDEN, KALENDERBESTAND, BEGROTINGBESTAND)
"""Votes on topics, days and amounts: of one year, so they stay there."""
_ONDERWERPEN, _DEELNAME, _NODIG = "onderwerpen", "deelname", "afhankelijk_van"
_GROEPEN = "werkgroepen"
_OF_ERNAAST = ("leden", _DEELNAME)
_EIGEN_BLADEN = ("Onderwerpen", "Uitleg", "Lijsten", "Bevindingen")


class Vervolgbestanden(NamedTuple):
    """What was made, and what of the old files is not in it.

    Attributes:
        bestanden: name → content.
        zonder_opmerkingen: files that had to be written anew, without what stood behind a #.
        zonder_kolom: fields and criteria that the new template does not ask for.
        bladen: sheets of the old workbook that somebody added.
    """

    bestanden: dict[str, bytes]
    zonder_opmerkingen: tuple[str, ...] = ()
    zonder_kolom: tuple[str, ...] = ()
    bladen: tuple[str, ...] = ()


class Minder(NamedTuple):
    """A file with fewer rows, and whether the remarks in the old one stand in it too."""

    inhoud: bytes
    met_opmerkingen: bool


def vervolgbestanden(
    oud: GelezenDossier,
    weg: Collection[str],
    jaar: int,
    bladen: tuple[Sjabloonblad, ...],
    profiel: Profiel,
    regelset: Regelset,
) -> Vervolgbestanden:
    """The topics that go along and what is known beside them; not the settings.

    Args:
        oud: the old dossier.
        weg: the codes of the topics that stay behind.
        jaar: the new year.
        bladen: the sheets of its template.
        profiel: the profile of the new year, with its rules.
    """
    naam, map_ = oud.onderwerpen.bestand, oud.map_
    bestanden = {n: lees_bytes(map_ / n, n) for n in ZOALS_ZE_ZIJN if (map_ / n).exists()}
    herschreven = []
    for bestand in ("deelname.yaml", "deelname.csv"):
        if (map_ / bestand).exists():
            minder = _deelname(map_ / bestand, oud, weg)
            bestanden[bestand] = minder.inhoud
            herschreven += [] if minder.met_opmerkingen else [bestand]
    if naam.endswith(".xlsx"):
        return _werkmap(oud, weg, jaar, bladen, profiel, regelset, bestanden)
    if naam.endswith(".yaml"):
        rijen = oud.onderwerpen.waarde[_ONDERWERPEN]
        nummers = {n for n, rij in enumerate(rijen) if rij["code"] in weg}
        minder = _yaml(map_ / naam, _ONDERWERPEN, nummers, weg)
        herschreven += [] if minder.met_opmerkingen else [naam]
        bestanden[naam] = minder.inhoud
    else:
        bestanden[naam] = _onderwerpen_csv(oud, weg)
    return Vervolgbestanden(bestanden, tuple(herschreven))


def zonder_weg(rijen: list[dict[str, Any]], weg: Collection[str]) -> list[dict[str, Any]]:
    """The topics that go along, and of what they need only what goes along too."""
    return [
        {n: _blijft(w, weg) if n == _NODIG else w for n, w in rij.items()}
        for rij in rijen
        if rij["code"] not in weg
    ]


def _blijft(codes: Any, weg: Collection[str]) -> Any:
    return [code for code in codes if code not in weg] if isinstance(codes, list) else codes


def werkgroepen_mee(pad: Path, weg: Collection[str]) -> Minder:
    """The groups that work on topics, without the topics that stay behind.

    Args:
        pad: a file that could be read.
        weg: the codes and the titles of these topics.
    """
    if ontleed_yaml(lees_tekst(pad, pad.name), pad.name).waarde[_GROEPEN] is None:
        return Minder(lees_bytes(pad, pad.name), met_opmerkingen=True)
    return _yaml(pad, _GROEPEN, (), weg, _ONDERWERPEN)


def _yaml(
    pad: Path,
    lijst: str,
    nummers: Collection[int],
    weg: Collection[str],
    veld: str = _NODIG,
) -> Minder:
    """A YAML file without some rows of its list; written anew where its text cannot be followed.

    Args:
        nummers: which rows go.
        weg: what goes from the list in the other rows.
        veld: the field with that list.
    """
    inhoud = lees_bytes(pad, pad.name)
    was = lees_tekst(pad, pad.name)
    tekst = zonder_nakijken(was).replace(KOP_VAN_SAMENVOEGEN, "", 1)
    if tekst != was and zegt(tekst, pad.name) != zegt(was, pad.name):
        tekst = was  # such a line stood inside a text
    gelezen = ontleed_yaml(tekst, pad.name)
    rijen = gelezen.waarde[lijst]
    snede = Yamlsnede(tekst, gelezen)
    knippen = [*snede.rijen(lijst, nummers)]
    for nummer, rij in enumerate(rijen):
        nodig = rij.get(veld)
        if nummer not in nummers and isinstance(nodig, list) and {*nodig} & {*weg}:
            blijft = [n for n, code in enumerate(nodig) if code not in weg]
            knippen += snede.lijst((lijst, nummer, veld), blijft, nodig)
    wordt = [
        {n: _blijft(w, weg) if n == veld else w for n, w in rij.items()}
        for nummer, rij in enumerate(rijen)
        if nummer not in nummers
    ]
    nieuw = pas_toe(tekst, knippen)
    if zegt(nieuw, pad.name) == {lijst: wordt}:
        return Minder(bom_van(inhoud) + nieuw.encode(), met_opmerkingen=True)
    return Minder(yaml_lijst(lijst, wordt, "").encode(), met_opmerkingen="#" not in tekst)


def _deelname(pad: Path, oud: GelezenDossier, weg: Collection[str]) -> Minder:
    """What is known of topics at members, without the topics that stay behind."""
    vorm = deelnametabel(oud.profiel)
    gelezen = lees_lijst(pad, vorm, [])
    assert gelezen is not None  # noqa: S101 - the dossier could be read
    begrijp_namen(
        gelezen, oud.profiel, vorm.lijst, titels_van(oud.onderwerpen.waarde[_ONDERWERPEN])
    )
    rijen = enumerate(gelezen.waarde[_DEELNAME])
    nummers = {nummer for nummer, rij in rijen if rij.get("onderwerp") in weg}
    if pad.suffix == ".yaml":
        return _yaml(pad, _DEELNAME, nummers, ())
    regels = {gelezen.plek((_DEELNAME, nummer)).regel for nummer in nummers}
    return Minder(_csv(pad, gelezen, regels, {}, oud), met_opmerkingen=True)


def _onderwerpen_csv(oud: GelezenDossier, weg: Collection[str]) -> bytes:
    gelezen = oud.onderwerpen
    regels, anders = set(), {}
    for nummer, rij in enumerate(gelezen.waarde[_ONDERWERPEN]):
        pad = (_ONDERWERPEN, nummer)
        nodig = rij.get(_NODIG)
        if rij["code"] in weg:
            regels.add(gelezen.plek(pad).regel)
        elif nodig and {*nodig} & {*weg}:
            plek = gelezen.plek((*pad, _NODIG))
            anders[plek.regel, plek.kolom] = "; ".join(_blijft(nodig, weg)) or "geen"
    return _csv(oud.map_ / gelezen.bestand, gelezen, regels, anders, oud)


def _csv(
    pad: Path,
    gelezen: Gelezen,
    regels: Collection[int],
    anders: Mapping[tuple[int, int], str],
    oud: GelezenDossier,
) -> bytes:
    from agenda.invoer.csv_bestand import scheidingsteken

    lijst = invullijst(oud.profiel, oud.regelset.criteria)
    vorm = onderwerptabel(lijst) if _ONDERWERPEN in gelezen.waarde else deelnametabel(oud.profiel)
    inhoud, tekst = lees_bytes(pad, pad.name), lees_tekst(pad, pad.name)
    teken = scheidingsteken(tekst, pad.name, vorm)
    return bom_van(inhoud) + met_minder(tekst, teken, regels, anders).encode()


def _werkmap(
    oud: GelezenDossier,
    weg: Collection[str],
    jaar: int,
    bladen: tuple[Sjabloonblad, ...],
    profiel: Profiel,
    regelset: Regelset,
    bestanden: dict[str, bytes],
) -> Vervolgbestanden:
    """The template of the new year, with the rows of the old workbook in it."""
    from agenda.invoer.excel import bladnamen, lees_excel
    from agenda.invoer.sjabloon import maak_werkmap
    from agenda.invoer.werkmapvervolg import gevuld_blad, zonder_plaats

    naam = oud.onderwerpen.bestand
    pad = oud.map_ / naam
    rijen = {_ONDERWERPEN: zonder_weg(oud.onderwerpen.waarde[_ONDERWERPEN], weg)}
    oude_vormen = tabellen_ernaast(oud.profiel, oud.regelset.criteria)
    titels = titels_van(oud.onderwerpen.waarde[_ONDERWERPEN])
    vormen = (onderwerptabel(invullijst(oud.profiel, oud.regelset.criteria)), *oude_vormen)
    for vorm, gelezen in zip(vormen[1:], lees_excel(pad, naam, vormen, [])[1:], strict=True):
        if gelezen is not None:
            begrijp_namen(gelezen, oud.profiel, vorm.lijst, titels)
            alle = gelezen.waarde[vorm.naam]
            rijen[vorm.naam] = [rij for rij in alle if rij.get("onderwerp") not in weg]
    nieuwe = (
        onderwerptabel(invullijst(profiel, regelset.criteria)),
        *tabellen_ernaast(profiel, regelset.criteria),
    )
    gevuld = [
        gevuld_blad(blad, vorm, rijen.get(vorm.naam, []), profiel)
        for blad, vorm in zip(bladen, nieuwe, strict=True)
        # What stands in a file beside the workbook may not stand on a sheet too.
        if vorm.naam not in _OF_ERNAAST or not {*bestandsnamen(vorm)} & {*bestanden}
    ]
    kwijt = {n for vorm in nieuwe for n in zonder_plaats(vorm, rijen.get(vorm.naam, []))}
    gevraagd = {vorm.naam for vorm in nieuwe}
    kwijt |= {
        vorm.blad for vorm in oude_vormen if vorm.naam not in gevraagd and rijen.get(vorm.naam)
    }
    bestanden[naam] = maak_werkmap(jaar, gevuld)
    bekend = {*_EIGEN_BLADEN, *(vorm.blad for vorm in oude_vormen)}
    erbij = tuple(blad for blad in bladnamen(pad, naam) if blad not in bekend)
    return Vervolgbestanden(bestanden, (), tuple(sorted(kwijt)), erbij)
