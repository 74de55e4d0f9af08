"""The calendar of a year for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.jaar.ongebruikt import ongebruikte_afspraken
from agenda.weergave.jaar.woorden import knelpunt_zin

if TYPE_CHECKING:
    from agenda.jaar.jaarkalender import Jaarkalender
    from agenda.jaar.kalender import Vergadering
    from agenda.jaar.momenten import OpDag


def vergaderingen_json(jaarkalender: Jaarkalender) -> list[dict[str, Any]]:
    """The meetings for programs, as `jaarplan` gives them under that key."""
    return [
        {
            "gremium": v.gremium,
            "datum": v.datum.isoformat(),
            "onderwerpen": list(jaarkalender.onderwerpen_van(v)),
            "naam": jaarkalender.profiel.gremium[v.gremium].naam,
            "vast": v.vast,
            "voor": [{"gremium": g, "datum": d.isoformat()} for g, d in v.voor],
            "gasten": _gasten(jaarkalender, v),
        }
        for v in jaarkalender.kalender.vergaderingen
    ]


def kalender_json(jaarkalender: Jaarkalender) -> dict[str, Any]:
    """Everything of the calendar for programs, beside one another under their keys."""
    kalender = jaarkalender.kalender
    return {
        "vergaderingen": vergaderingen_json(jaarkalender),
        "zonder_dagen": list(kalender.zonder_dagen),
        "vakanties_onbekend": list(kalender.vrij.onbekend),
        "knelpunten": [
            {
                "soort": k.soort,
                "gremium": k.gremium,
                "van": k.van.isoformat(),
                "tot": k.tot.isoformat(),
                "zin": knelpunt_zin(k, jaarkalender.profiel),
            }
            for k in kalender.knelpunten
        ],
        "te_vol": [
            {"gremium": gremium, "datum": datum.isoformat(), "aantal": aantal}
            for gremium, datum, aantal in jaarkalender.te_vol
        ],
        "mix_ontbreekt": [
            {"gremium": g, "datum": d.isoformat(), "soorten": [soort.code for soort in soorten]}
            for g, d, soorten in jaarkalender.eenzijdig
        ],
        "zonder_plek": [
            {
                "onderwerp": z.onderwerp,
                "gremium": z.gremium,
                "soort": z.soort,
                "vanaf": z.vanaf.isoformat(),
            }
            for z in jaarkalender.spreiding.zonder
        ],
        "zonder_gevolg": [
            {
                "soort": a.soort,
                "gremium": a.gremium,
                "datum": a.datum.isoformat() if a.datum else None,
                "onderwerp": a.onderwerp,
                "wie": a.wie or None,
            }
            for a in ongebruikte_afspraken(jaarkalender)
        ],
        "niet_bekend_of_het_moet": {
            gremium: list(codes) for gremium, codes in jaarkalender.onzeker.items()
        },
        "momenten": [_moment_json(deel) for deel in jaarkalender.momenten],
    }


def _moment_json(deel: OpDag) -> dict[str, Any]:
    van, tot = deel.moment.van, deel.moment.tot
    return {
        "code": deel.moment.code,
        "reeks": deel.moment.reeks,
        "naam": deel.moment.naam,
        "van": van.isoformat() if van else None,
        "tot": tot.isoformat() if tot else None,
        "stand": deel.stand,
    }


def _gasten(jaarkalender: Jaarkalender, vergadering: Vergadering) -> list[str]:
    """Everyone who comes along, each once."""
    codes = (None, *jaarkalender.onderwerpen_van(vergadering))
    alle = (wie for code in codes for wie in jaarkalender.gasten(vergadering, code))
    return list(dict.fromkeys(alle))
