"""By what a ranked list was made, so that it can be made again years later."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda import __version__
from agenda.onderwerp.invullijst import velden_voor, waarde_van

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.feit import Feiten
    from agenda.onderwerp.onderwerp import Dossier, Onderwerp
    from agenda.onderwerp.velden import Invulveld
    from agenda.rangorde.ranglijst import Ranglijst


class Herkomst(NamedTuple):
    """The versions and the content that a result rests on.

    Attributes:
        evaluatoren: who judged the rules.
        regels_sha256: hash over the content of the rules in force and of the classifications,
            likewise of the knowledge of the region and of the input. The form of the files (order,
            layout, Excel or YAML) does not change it.
    """

    versie: str
    evaluatoren: tuple[str, ...]
    regels_sha256: str
    themas_sha256: str
    invoer_sha256: str


def herkomst_van(ranglijst: Ranglijst) -> Herkomst:
    """By what this list was made."""
    dossier = ranglijst.dossier
    return Herkomst(
        __version__,
        ranglijst.evaluatoren,
        vingerafdruk((*ranglijst.regels, *ranglijst.indelingen)),
        vingerafdruk(ranglijst.profiel.delen),
        _invoer_sha256(dossier, ranglijst.profiel),
    )


def _invoer_sha256(dossier: Dossier, profiel: Profiel) -> str:
    """Over the settings, the topics, what is known of the year, members and pairs, and amounts."""
    velden = [veld for veld in velden_voor(profiel) if veld.eigen]
    som = hashlib.sha256()
    som.update(_json(dossier.instellingen) + b"\n")
    for onderwerp in dossier.onderwerpen:
        som.update((_met_feiten(onderwerp, velden) if velden else _json(onderwerp)) + b"\n")
    ander: dict[str, Any] = {
        "feiten": _data(dossier.feiten),
        "leden": {lid: _data(feiten) for lid, feiten in sorted(dossier.leden.items())},
        "deelname": [[d.onderwerp, d.lid, _data(d.feiten)] for d in dossier.deelname],
    }
    if dossier.vorige and any(o.inspanning_fte is not None for o in dossier.onderwerpen):
        # Of equal year plans the one nearest to the agenda before; without efforts there is none.
        ander["vorige"] = list(dossier.vorige)
    if dossier.kalender is not None and dossier.kalender != type(dossier.kalender)():
        ander["kalender"] = _los(dossier.kalender)
    if dossier.oordelen:
        op_code = sorted(dossier.oordelen, key=lambda oordeel: oordeel.sleutel)
        ander["oordelen"] = [_los(oordeel) for oordeel in op_code]
    if dossier.antwoorden:
        ander["antwoorden"] = [_los(antwoord) for antwoord in dossier.antwoorden]
    if any(ander.values()):
        som.update(_compact(ander) + b"\n")
    if dossier.begroting is not None:
        som.update(_json(dossier.begroting) + b"\n")
    return som.hexdigest()


def _met_feiten(onderwerp: Onderwerp, velden: Iterable[Invulveld]) -> bytes:
    """A topic with the region's own facts among its fields, where these stood in the program."""
    delen = list(_los(onderwerp).items())
    for veld in velden:
        feit = onderwerp.feiten.get(veld.naam)
        waarde = waarde_van(onderwerp, veld) if feit is None else feit.als_data()
        if waarde is not None:
            namen = [naam for naam, _ in delen]
            plek = namen.index(veld.na) + 1 if veld.na in namen else len(delen)
            delen.insert(plek, (veld.naam, waarde))
    return _compact(dict(delen))


def _data(feiten: Feiten) -> dict[str, Any]:
    return {code: feit.als_data() for code, feit in sorted(feiten.items())}


def _los(deel: Any) -> Any:
    """A model as plain values."""
    import json  # few results ask for a hash

    return json.loads(_json(deel))


def _compact(data: Any) -> bytes:
    import json

    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _json(deel: Any) -> bytes:
    inhoud: bytes = type(deel).__pydantic_serializer__.to_json(deel)
    return inhoud


def vingerafdruk(delen: Iterable[Any]) -> str:
    """SHA-256 over the content of models, one after the other; the same on every machine."""
    som = hashlib.sha256()
    for deel in delen:
        som.update(_json(deel))
        som.update(b"\n")
    return som.hexdigest()
