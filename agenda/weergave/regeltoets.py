"""What was found in the rules themselves, and how far was looked, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import getal
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import hoogstens_tekst, periode_json, periode_tekst
from regels.bevindingsoorten import VORM, ernst_van
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.profiel import Profiel
    from regels.melding import Melding
    from regels.toets.dekking import Dekking
    from regels.toets.toetsen import Regeltoets

SCHEMA = "agenda/regeltoets/1"
_TWEE = 2


def toon_regeltoets(toets: Regeltoets, meldingen: Sequence[Melding], profiel: Profiel) -> Weergave:
    """What was found, then per rule and per group how far was looked.

    Args:
        meldingen: the findings, with the place of each.
    """
    return in_tabellen(
        json=lambda: _json(toets, meldingen, profiel),
        tabellen=lambda: (
            _samenvatting(toets, meldingen, profiel),
            _gevonden(meldingen),
            _regels(toets),
            *([_indelingen(toets)] if toets.indelingen else []),
            _groepen(toets),
        ),
        csv=lambda: _plat(meldingen, toets),
    )


def toon_regelfouten(meldingen: Sequence[Melding]) -> Weergave:
    """The faults that were found on reading; with these there is nothing further to look at."""
    return in_tabellen(
        json=lambda: {"schema": SCHEMA, "bevindingen": [*map(_bevinding_json, meldingen)]},
        tabellen=lambda: (_gevonden(meldingen),),
        csv=lambda: _plat(meldingen),
    )


def bevinding_zin(melding: Melding) -> str:
    """What was found and what to do, in whole sentences."""
    delen = [melding.gevonden, f"verwacht: {melding.verwacht}", melding.suggestie]
    zinnen = (f"{deel[0].upper()}{deel[1:]}" for deel in delen if deel)
    return " ".join(zin if zin.endswith("?") else f"{zin}." for zin in zinnen)


def _json(toets: Regeltoets, meldingen: Sequence[Melding], profiel: Profiel) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "profiel": profiel.regio.code,
        "evaluatoren": list(toets.evaluatoren),
        "beoordeeld": toets.beoordeeld,
        "bevindingen": [*map(_bevinding_json, meldingen)],
        "regels": [
            {
                "code": deel.regel.code,
                **periode_json(deel.regel),
                "beoordeeld": deel.beoordeeld,
                "van": deel.van,
                "exact": deel.exact,
                "dekking": _dekking_json(dekking),
            }
            for deel, (_, dekking) in zip(toets.bewijzen, toets.regels, strict=True)
        ],
        "indelingen": [
            {"code": indeling.code, "dekking": _dekking_json(dekking)}
            for indeling, dekking in toets.indelingen
        ],
        "groepen": [
            {
                "regels": [regel.code for regel in deel.groep.regels],
                "indelingen": [indeling.code for indeling in deel.groep.indelingen],
                "feiten": list(deel.groep.cellen),
                "vanaf": periode.periode.van.isoformat() if periode.periode.van else None,
                "combinaties": deel.groep.combinaties,
                "exact": deel.exact,
            }
            for deel, periode in toets.groepen
        ],
    }


def _bevinding_json(melding: Melding) -> dict[str, Any]:
    return {
        "soort": melding.soort or VORM,
        "ernst": ernst_van(melding),
        "regels": list(melding.regels),
        "over": melding.veld,
        "plek": str(melding.plek),
        "zin": bevinding_zin(melding),
    }


def _dekking_json(dekking: Dekking) -> dict[str, bool] | None:
    """Outcome → whether it has an example; None where not all inputs were gone through."""
    if dekking.kan is None:
        return None
    return {uitkomst: uitkomst in dekking.voorbeeld for uitkomst in dekking.kan}


def _samenvatting(toets: Regeltoets, meldingen: Sequence[Melding], profiel: Profiel) -> Tabel:
    fouten = sum(ernst_van(melding) == "fout" for melding in meldingen)
    combinaties = sum(deel.groep.combinaties for deel, _ in toets.groepen if deel.exact)
    return Tabel(
        f"Regels van {profiel.regio.naam}: wat is ermee?",
        ("Wat", "Aantal"),
        (
            ("regels", len(toets.regels)),
            ("indelingen", len(toets.indelingen)),
            ("groepen van regels die feiten delen", len(toets.groepen)),
            ("combinaties van feiten doorlopen", getal(combinaties)),
            ("fouten", fouten),
            ("waarschuwingen", len(meldingen) - fouten),
            ("uitkomsten zonder voorbeeld", toets.zonder_voorbeeld),
        ),
        tuple(_noten(toets)),
    )


def _noten(toets: Regeltoets) -> Iterator[str]:
    """What both evaluators said, and where not everything was looked at."""
    aantal = getal(toets.beoordeeld)
    if len(toets.evaluatoren) == _TWEE:
        namen = opsomming(toets.evaluatoren, "en")
        yield f"De twee evaluatoren ({namen}) gaven bij alle {aantal} invoeren hetzelfde antwoord."
    else:
        yield f"durable-rules laadt hier niet: de referentie beoordeelde {aantal} invoeren alleen."
    for deel in toets.bewijzen:
        if not deel.exact:
            yield (
                f"Let op: van regel {deel.regel.code} zijn er {getal(deel.van)} invoeren."
                f" Daarvan zijn er {getal(deel.beoordeeld)} beoordeeld."
            )
    for groep, _ in toets.groepen:
        if not groep.exact:
            codes = hoogstens_tekst([regel.code for regel in groep.groep.regels], ", ")
            yield (
                f"Let op: de regels {codes} hebben samen {getal(groep.groep.combinaties)}"
                " combinaties van feiten. Dat is te veel om te doorlopen: hier is niet gezocht."
            )


def _gevonden(meldingen: Sequence[Melding]) -> Tabel:
    return Tabel(
        "Gevonden",
        ("Ernst", "Soort", "Over", "Wat"),
        tuple(
            (ernst_van(melding), melding.soort or VORM, melding.veld, bevinding_zin(melding))
            for melding in meldingen
        ),
        rekbaar=(2, 3),
    )


def _regels(toets: Regeltoets) -> Tabel:
    return Tabel(
        "Per regel",
        ("Regel", "Geldt", "Invoeren", "Zonder voorbeeld"),
        tuple(
            (
                deel.regel.code,
                periode_tekst(deel.regel),
                getal(deel.beoordeeld) if deel.exact else f"{getal(deel.beoordeeld)} (niet alle)",
                _zonder(dekking),
            )
            for deel, (_, dekking) in zip(toets.bewijzen, toets.regels, strict=True)
        ),
        rekbaar=(1,),
    )


def _indelingen(toets: Regeltoets) -> Tabel:
    return Tabel(
        "Per indeling",
        ("Indeling", "Kan worden", "Zonder voorbeeld"),
        tuple(
            (indeling.code, opsomming(dekking.kan or ()) or "niet doorlopen", _zonder(dekking))
            for indeling, dekking in toets.indelingen
        ),
        rekbaar=(1, 2),
    )


def _zonder(dekking: Dekking) -> str:
    return opsomming(dekking.zonder, "en") if dekking.kan is not None else "niet doorlopen"


def _groepen(toets: Regeltoets) -> Tabel:
    return Tabel(
        "Per groep",
        ("Regels", "Feiten", "Combinaties", "Doorlopen"),
        tuple(
            (
                ", ".join(regel.code for regel in deel.groep.regels),
                ", ".join(deel.groep.cellen),
                getal(deel.groep.combinaties),
                "alle" if deel.exact else "geen",
            )
            for deel, _ in toets.groepen
        ),
        (
            "Regels in verschillende groepen delen geen feit: zij kunnen elkaar niet tegenspreken.",
            "Waarden die geen enkele voorwaarde uit elkaar houdt, tellen als één.",
        ),
        rekbaar=(0, 1),
    )


def _plat(meldingen: Sequence[Melding], toets: Regeltoets | None = None) -> Tabel:
    """A row per finding, and then one per rule with how far was looked."""
    rijen: list[tuple[str, ...]] = [
        (
            *(ernst_van(melding), melding.soort or VORM, melding.veld),
            *(", ".join(melding.regels), str(melding.plek), bevinding_zin(melding)),
        )
        for melding in meldingen
    ]
    paren = zip(toets.bewijzen, toets.regels, strict=True) if toets else ()
    for deel, (regel, dekking) in paren:
        wat = f"{deel.beoordeeld} van {deel.van} invoeren beoordeeld"
        if zonder := _zonder(dekking):
            wat += f"; zonder voorbeeld: {zonder}"
        rijen.append(("", "beoordeeld", f"regel {regel.code}", regel.code, "", f"{wat}."))
    koppen = ("Ernst", "Soort", "Over", "Regels", "Plek", "Wat")
    return Tabel("Regeltoets", koppen, tuple(rijen))
