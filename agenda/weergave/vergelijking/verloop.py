"""What became of each topic between two years, as a table, as rows and as data."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import dag
from agenda.weergave.samenhang.verbanden import naam_van
from agenda.weergave.vergelijking.zinnen import waar, waardoor
from agenda.weergave.voortgang.woorden import toestand_tekst
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, zinnen_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.vergelijking.vergelijken import Vergelijking
    from agenda.vergelijking.verloop import Verloop, Verloopsoort

SOORTNAMEN: dict[Verloopsoort, str] = {
    "nieuw": "nieuw",
    "weer-opgevoerd": "weer opgevoerd",
    "klaar": "klaar",
    "gestopt": "gestopt",
    "niet-meer-opgevoerd": "niet meer opgevoerd",
    "overgenomen": "overgenomen",
}


def verloop_tabel(vergelijking: Vergelijking) -> Tabel:
    """A row per topic of either year; empty when these are not two years that were followed."""
    oud, nieuw = (
        lijst.dossier.instellingen.jaar for lijst in (vergelijking.oud, vergelijking.nieuw)
    )
    woord, redenen = vergelijking.nieuw.profiel.woorden.onderwerp, _redenen(vergelijking)
    stand = f"Stand in {oud}"
    tabel = Tabel(
        f"Van {oud} naar {nieuw}: wat werd er van {woord.elk}?",
        ("Wat", woord.kop, stand, "Was", "Wordt", "Waardoor"),
        tuple(
            (
                als_kop(SOORTNAMEN[deel.soort]),
                naam_van(deel.onderwerp),
                stand_tekst(deel),
                waar(deel.oud) if deel.oud else "",
                waar(deel.nieuw) if deel.nieuw else "",
                zinnen_tekst(redenen.get(deel.onderwerp.code, [])),
            )
            for deel in vergelijking.verloop
        ),
        rekbaar=(1, 2, 5),
    )
    weg = [] if any(deel.feit for deel in vergelijking.verloop) else [stand]
    if not (vergelijking.rangschikt or vergelijking.toetst):
        weg += ["Was", "Wordt", "Waardoor"]
    return tabel.zonder(*weg)


def _redenen(vergelijking: Vergelijking) -> dict[str, list[str]]:
    """Code → what moved a topic that both years have."""
    return {d.onderwerp.code: waardoor(d, vergelijking) for d in vergelijking.overgenomen}


def stand_tekst(deel: Verloop) -> str:
    """«Klaar (1 juni 2027)»; empty when nobody wrote anything."""
    feit = deel.feit
    return f"{toestand_tekst(feit.toestand)} ({dag(feit.op)})" if feit else ""


def tellingen(vergelijking: Vergelijking) -> Iterator[tuple[str, int]]:
    """How many topics of the old year are not in the new one, by why."""
    weg = Counter(deel.soort for deel in vergelijking.verloop if deel.nieuw is None)
    for soort, naam in SOORTNAMEN.items():
        if weg[soort]:
            yield f"– {naam}", weg[soort]


def verloop_json(vergelijking: Vergelijking) -> dict[str, Any]:
    """The same under a key; nothing when these are not two years that were followed."""
    redenen = _redenen(vergelijking) if vergelijking.verloop else {}
    rijen = [
        {
            "code": deel.onderwerp.code,
            "titel": deel.onderwerp.titel,
            "wat": deel.soort,
            "toestand": deel.feit.toestand if deel.feit else None,
            "op": deel.feit.op.isoformat() if deel.feit else None,
            "waardoor": redenen.get(deel.onderwerp.code, []),
        }
        for deel in vergelijking.verloop
    ]
    return {"verloop": rijen} if rijen else {}


def met_verloop(tabel: Tabel, vergelijking: Vergelijking) -> Tabel:
    """The flat table with what became of each topic, and how it stood."""
    if not vergelijking.verloop:
        return tabel
    per_code = {
        deel.onderwerp.code: (SOORTNAMEN[deel.soort], stand_tekst(deel))
        for deel in vergelijking.verloop
    }
    code = tabel.koppen.index("Code")
    rijen = tuple((*rij, *per_code[str(rij[code])]) for rij in tabel.rijen)
    return tabel._replace(koppen=(*tabel.koppen, "Verloop", "Stand oud"), rijen=rijen)
