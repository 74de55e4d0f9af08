"""What can be wrong in who has what proposals ask, in a profile or in a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.profiellijst import Lijst
from agenda.kennis.dekking import noemt_allen
from agenda.kennis.regio import Deelregio, Lid
from agenda.voortgang.dekking import cellen_van
from regels.melding import Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from agenda.kennis.dekking import Dekkingskennis, Doel, Onderdeel
    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.dekking import Feit
    from regels.lezen.yaml import Gelezen, Pad

_MAX_GENOEMD = 40


def controleer_dekking(
    kennis: Dekkingskennis, profiel: Profiel, gelezen: Gelezen
) -> Iterator[Melding]:
    """What does not fit together in `dekking.yaml` of a profile."""
    onderdelen = Lijst(gelezen, "onderdelen", kennis.onderdelen)
    feiten = Lijst(gelezen, "feiten", kennis.feiten)
    doelen = Lijst(gelezen, "doelen", kennis.doelen)
    for lijst in (onderdelen, doelen):
        yield from lijst.dubbel("code")
        yield from lijst.verwijst("voorstel", profiel.voorstel)
    for lijst in (onderdelen, feiten, doelen):
        yield from lijst.verwijst("bron.document", profiel.document)
    yield from doelen.verwijst("thema", profiel.thema)
    for nummer, onderdeel in enumerate(kennis.onderdelen):
        if onderdeel.van == "deelregio" and not profiel.regio.deelregios:
            verwacht = "gemeente: deze regio heeft geen deelregio's"
            yield onderdelen.meld(nummer, "van", verwacht)
    for nummer, doel in enumerate(kennis.doelen):
        yield from _doel(doel, ("doelen", nummer), profiel, gelezen)
    yield from controleer_feiten(dict(enumerate(kennis.feiten)), kennis, profiel, gelezen)


def controleer_feiten(
    feiten: Mapping[int, Feit], kennis: Dekkingskennis, profiel: Profiel, gelezen: Gelezen
) -> Iterator[Melding]:
    """Facts of a part or a party that is not there, and two of one cell on one day.

    Args:
        feiten: by number in the list `feiten` of the file.
    """
    onderdelen = {onderdeel.code: onderdeel for onderdeel in kennis.onderdelen}
    gezien: set[tuple[str, Lid | Deelregio, date | None]] = set()
    for nummer, feit in feiten.items():
        pad: Pad = ("feiten", nummer)
        fouten = [*_wie(feit, pad, profiel, gelezen)]
        onderdeel = onderdelen.get(feit.onderdeel)
        if onderdeel is None:
            plek, hulp = gelezen.plek((*pad, "onderdeel")), bedoelde_u(feit.onderdeel, onderdelen)
            verwacht = f"de code van een onderdeel{_kies(kennis.onderdelen, hulp)}"
            yield Melding(plek, "onderdeel", toon(feit.onderdeel), verwacht, hulp)
        elif not fouten and (feit.gemeente is None) == (feit.deelregio is None):
            gevonden = "geen van beide" if feit.gemeente is None else "allebei"
            verwacht = "gemeente of deelregio, één van de twee"
            yield Melding(gelezen.plek(pad), "gemeente, deelregio", gevonden, verwacht)
        elif not fouten:
            yield from _dubbel(feit, onderdeel, pad, gezien, profiel, gelezen)
        yield from fouten


def _dubbel(
    feit: Feit,
    onderdeel: Onderdeel,
    pad: Pad,
    gezien: set[tuple[str, Lid | Deelregio, date | None]],
    profiel: Profiel,
    gelezen: Gelezen,
) -> Iterator[Melding]:
    cellen = [(feit.onderdeel, wie, feit.op) for wie in cellen_van(feit, onderdeel, profiel)]
    dubbel = [wie.naam for code, wie, op in cellen if (code, wie, op) in gezien]
    if dubbel:
        namen = opsomming(dubbel, "en")
        dag = f"op {feit.op}" if feit.op else "zonder dag"
        gevonden = f"{toon(feit.onderdeel)} {dag} voor de tweede keer bij {namen}"
        yield Melding(gelezen.plek(pad), "feiten", gevonden, "op één dag één feit per onderdeel")
    gezien.update(cellen)


def _doel(doel: Doel, pad: Pad, profiel: Profiel, gelezen: Gelezen) -> Iterator[Melding]:
    """A target that says nothing, or belongs nowhere."""
    if (doel.voorstel is None) == (doel.thema is None):
        gevonden = "geen van beide" if doel.voorstel is None else "allebei"
        verwacht = "voorstel of thema, één van de twee"
        yield Melding(gelezen.plek(pad), "voorstel, thema", gevonden, verwacht)
    if doel.waarde is None and doel.wanneer is None:
        yield Melding(gelezen.plek(pad), "waarde, wanneer", "geen van beide", "minstens één ervan")
    if (doel.waarde is None) != (doel.eenheid is None):
        gevonden = "alleen een eenheid" if doel.waarde is None else "alleen een waarde"
        yield Melding(gelezen.plek(pad), "waarde, eenheid", gevonden, "allebei, of geen van beide")
    if doel.tot is not None and (doel.waarde is None or doel.tot <= doel.waarde):
        verwacht = (
            f"meer dan de waarde ({doel.waarde})" if doel.waarde is not None else "ook een waarde"
        )
        yield Melding(gelezen.plek((*pad, "tot")), "tot", toon(doel.tot), verwacht)
    yield from _wie(doel, pad, profiel, gelezen)


def _wie(genoemd: Feit | Doel, pad: Pad, profiel: Profiel, gelezen: Gelezen) -> Iterator[Melding]:
    """Names of members and subregions that are not there."""
    regio = profiel.regio
    for veld, namen, vind, bekend in (
        ("gemeente", genoemd.gemeente, profiel.vind_lid, regio.leden),
        ("deelregio", genoemd.deelregio, profiel.vind_deelregio, regio.deelregios),
    ):
        for nummer, naam in enumerate(namen or ()):
            if vind(naam) is not None or (noemt_allen(naam) and bekend and namen == (naam,)):
                continue
            hulp = bedoelde_u(naam, [n for deel in bekend for n in (deel.naam, deel.code)])
            if noemt_allen(naam) and bekend:
                verwacht = "«alle» zonder andere namen ernaast"
            elif bekend:
                verwacht = f"een naam, een code of alle{_kies(bekend, hulp)}"
            else:
                verwacht = "niets: er is er geen"
            yield Melding(gelezen.plek((*pad, veld, nummer)), veld, toon(naam), verwacht, hulp)


def _kies(bekend: Iterable[Lid | Deelregio | Onderdeel], hulp: str) -> str:
    """What there is to choose from, when that is not long and nothing was nearly right."""
    namen = [deel.naam if isinstance(deel, Lid | Deelregio) else deel.code for deel in bekend]
    return f": {opsomming(namen)}" if not hulp and len(namen) <= _MAX_GENOEMD else ""
