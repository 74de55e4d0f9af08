"""What the workplace is made of, as CycloneDX: for who must know before it may be used.

Form: https://cyclonedx.org/docs/1.6/json/. It has no serial number and no time, for those would
differ each time, and the same workplace has the same list.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from agenda import __version__
from agenda.weergave.vormen import json_tekst
from agenda.werkplek.onderdelen import ONDERDELEN

if TYPE_CHECKING:
    from agenda.werkplek.onderdelen import Onderdeel


def maak_sbom(bestand: str, inhoud: bytes) -> str:
    """The list for one workplace.

    Args:
        bestand: the name of its file.
        inhoud: all of that file; its hash stands in the list.
    """
    zelf = {
        "type": "application",
        "bom-ref": "agenda-werkplek",
        "name": bestand,
        "version": __version__,
        "hashes": [_hash(hashlib.sha256(inhoud).hexdigest())],
        "licenses": [{"license": {"id": "EUPL-1.2"}}],
    }
    delen = [_component(deel) for deel in ONDERDELEN]
    lijst = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": zelf},
        "components": delen,
        "dependencies": [{"ref": "agenda-werkplek", "dependsOn": [d["bom-ref"] for d in delen]}],
    }
    return json_tekst(lijst)


def _component(deel: Onderdeel) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": deel.purl,
        "name": deel.naam,
        "version": deel.versie,
        "purl": deel.purl,
        "hashes": [_hash(deel.sha256)],
        "licenses": [{"expression": deel.licentie}],
    }


def _hash(hexadecimaal: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": hexadecimaal}
