"""What people obviously mean: the name of a municipality, theme or topic stands for its code."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from agenda.invoer.bedoeld import hulp_bij, hulp_bij_deel
from agenda.invoer.naamlijst import MAX_DELEN, REEKS, SCHEIDING, Namen
from agenda.onderwerp.invullijst import ALLE
from agenda.onderwerp.tag import TAGVELDEN
from agenda.onderwerp.velden import LIJSTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.velden import Invulveld, Veldsoort
    from regels.lezen.yaml import Gelezen, Pad

_KOMMA = re.compile(r"\s*[,/]\s*")
_VOORSTEL = ("voorstel", "voorstel nr", "voorstellen", "nummer")


def begrijp_namen(
    gelezen: Gelezen,
    profiel: Profiel,
    invullijst: Invullijst,
    titels: Mapping[str, str] | None = None,
) -> None:
    """Put the codes in the place of the names that stand in a file.

    What is not understood stays as it is, with what to do about it when that is known. In a list
    of a table a text may name several values; a list in YAML has its own marks for that.

    Args:
        gelezen: the file, holding one list of groups of fields.
        invullijst: what may be filled in there.
        titels: code → title of the topics; those in the file itself when not given.
    """
    ((naam, lijst),) = gelezen.waarde.items()
    namen = _namen(profiel, titels_van(lijst) if titels is None else titels)
    for nummer, rauw in enumerate(lijst):
        for veld, pad in _ingevuld(rauw, invullijst.velden, (naam, nummer)):
            groep = rauw
            for deel in pad[2:-1]:
                groep = groep[deel]
            groep[pad[-1]] = _begrepen(veld, groep[pad[-1]], pad, namen, gelezen)
            getypt = gelezen.getypt(pad, groep[pad[-1]])
            hulp = hulp_bij(veld, getypt, in_cel=bool(gelezen.koppen))
            if hulp:
                gelezen.hulp[pad] = hulp


def titels_van(onderwerpen: Iterable[Any]) -> dict[str, str]:
    """Code → title of topics, also of those in which something is wrong."""
    paren = [(r.get("code"), r.get("titel")) for r in onderwerpen if isinstance(r, dict)]
    return {c: t for c, t in paren if isinstance(c, str) and isinstance(t, str)}


def _begrepen(
    veld: Invulveld, waarde: Any, pad: Pad, namen: Mapping[Veldsoort, Namen], gelezen: Gelezen
) -> Any:
    """What a value stands for; itself when it is no name."""
    gekend = namen.get(veld.soort) or (namen_van_keuzes(veld.keuzes) if veld.keuzes else None)
    if gekend is None:
        return waarde
    if veld.soort in LIJSTEN:
        in_tabel = gelezen.koppen and isinstance(waarde, list)
        return _lijst(waarde, pad, gekend, gelezen) if in_tabel else waarde
    if isinstance(waarde, str | int):
        tekst = _getypt(gelezen, pad, waarde)
        gevonden = gekend.vind(tekst) or gekend.verdeel(tekst) or ()
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            gelezen.hulp[pad] = "kies er één"
    return waarde


def _ingevuld(
    rauw: Any, velden: Iterable[Invulveld], basis: Pad
) -> Iterator[tuple[Invulveld, Pad]]:
    """The fields of a topic that hold something, with their path."""
    if not isinstance(rauw, dict):
        return
    for veld in velden:
        if veld.soort != "criteria":
            waarde = rauw.get(veld.naam)
            if not veld.eigen or not isinstance(waarde, dict):
                if waarde is not None:
                    yield veld, (*basis, veld.naam)
            elif waarde.get("waarde") is not None:
                yield veld, (*basis, veld.naam, "waarde")
            continue
        tags = rauw.get(veld.naam)
        for code, tag in tags.items() if isinstance(tags, dict) else ():
            pad = (*basis, veld.naam, code)
            if not isinstance(tag, dict):
                yield TAGVELDEN[0], pad
            elif tag.get(TAGVELDEN[0].naam) is not None:
                yield TAGVELDEN[0], (*pad, TAGVELDEN[0].naam)


def _lijst(waarden: list[Any], pad: Pad, namen: Namen, gelezen: Gelezen) -> list[Any]:
    """The values of a list in a table, each with what was typed for it."""
    uit: list[tuple[Any, str]] = []
    for nummer, waarde in enumerate(waarden):
        if not isinstance(waarde, str | int) or isinstance(waarde, bool):
            uit.append((waarde, str(gelezen.getypt((*pad, nummer), waarde))))
            continue
        tekst = _getypt(gelezen, (*pad, nummer), waarde)
        gevonden = namen.vind(tekst)
        if gevonden is None:
            uit += _delen(waarde, tekst, namen)
        else:
            uit += [(deel, tekst) for deel in gevonden]
    for nummer, (_, tekst) in enumerate(uit):
        gelezen.rauw[(*pad, nummer)] = tekst
        meer = SCHEIDING.search(tekst) and not REEKS.fullmatch(tekst)
        hulp = hulp_bij_deel(tekst, meer=bool(meer))
        if hulp:
            gelezen.hulp[(*pad, nummer)] = hulp
    return [waarde for waarde, _ in uit]


def _delen(waarde: Any, tekst: str, namen: Namen) -> list[tuple[Any, str]]:
    """A text that names no value by itself: several, or one that is wrong."""
    verdeeld = namen.verdeel(tekst)
    if verdeeld is not None:
        return [(deel, tekst) for deel in verdeeld]
    stukken = [stuk for stuk in _KOMMA.split(tekst) if stuk]
    gevonden = [namen.vind(stuk) for stuk in stukken]
    if not any(gevonden) or len(stukken) > MAX_DELEN:
        return [(waarde, tekst)]
    return [
        (deel, stuk)
        for stuk, waarden in zip(stukken, gevonden, strict=True)
        for deel in (waarden or (stuk,))
    ]


def _getypt(gelezen: Gelezen, pad: Pad, waarde: object) -> str:
    return str(gelezen.rauw.get(pad, waarde))


def namen_van_leden(profiel: Profiel) -> Namen:
    """The names of the members of the region."""
    leden, woord = [(lid.code, (lid.naam,)) for lid in profiel.regio.leden], profiel.woorden.lid
    return Namen(leden, woord.een, samen=_alle(woord.meer))


@cache
def namen_van_keuzes(keuzes: tuple[tuple[str, str], ...]) -> Namen:
    """The names of choices, each a code with its name: «de gemeenteraad» is the choice raad."""
    return Namen([(code, (naam,)) for code, naam in keuzes], "de", "het")


def _namen(profiel: Profiel, titels: Mapping[str, str]) -> dict[Veldsoort, Namen]:
    """Kind → the names of what it may refer to, from the profile and the topics themselves."""
    woorden = profiel.woorden
    deelregios = [(d.code, (d.naam,)) for d in profiel.regio.deelregios]
    alle = tuple(profiel.deelregio)
    allemaal = ["alle", "alle deelregio's", "allemaal"]
    if len(alle) == 2:  # noqa: PLR2004 - «beide» is a word for two
        allemaal += ["beide", "beiden", "beide deelregio's", "allebei", "alletwee", "beide regio's"]
    themas = [(t.code, (t.naam, str(t.nummer), f"{t.nummer} {t.naam}")) for t in profiel.themas]
    voorstellen = [(v.nummer, (v.titel, f"nr {v.nummer}")) for v in profiel.voorstellen]
    op_titel = [(code, (titel,)) for code, titel in titels.items()]
    return {
        "thema": Namen(themas, "thema", woorden.thema.een),
        "gemeente": namen_van_leden(profiel),
        "plannen": Namen([(p.code, (p.titel,)) for p in profiel.plannen], "plan"),
        "voorstellen": Namen(voorstellen, *_VOORSTEL),
        "samenwerking": Namen([(s.code, (s.naam,)) for s in profiel.samenwerkingen]),
        "deelregio's": Namen(deelregios, "deelregio", samen=dict.fromkeys(allemaal, alle)),
        "onderwerp": Namen(
            op_titel, "onderwerp", woorden.onderwerp.een, samen=_alle(woorden.onderwerp.meer)
        ),
        "onderwerpen": Namen(op_titel, "onderwerp", woorden.onderwerp.een),
    }


def _alle(meer: str) -> dict[str, tuple[str, ...]]:
    """How people say that a row goes for all."""
    return dict.fromkeys((ALLE, f"{ALLE} {meer}", "allemaal"), (ALLE,))
