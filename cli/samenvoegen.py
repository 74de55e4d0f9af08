"""`agenda samenvoegen`: the workbooks of members become one dossier."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.lever import eis_doel, lever, lever_bestand
from cli.opties import FORMAAT, Debug, Formaat, Themas, Uit
from cli.stromen import zeg
from cli.volger import toon_voortgang
from regels.taal import opsomming, toon, zichtbaar

if TYPE_CHECKING:
    from agenda.samenvoegen import Samenvoeging

_DOCUMENTEN = ("xlsx", "docx")


def samenvoegen(
    bestanden: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", help="Werkmappen (.xlsx), CSV-bestanden, of mappen daarmee."
        ),
    ],
    naar: Annotated[
        Path,
        typer.Option("--naar", metavar="DOSSIER", help="Het dossier: een map met dossier.yaml."),
    ],
    zonder_foute: Annotated[
        bool,
        typer.Option("--zonder-foute-bestanden", help="Laat bestanden met fouten weg, en noem ze."),
    ] = False,
    vervang: Annotated[
        bool,
        typer.Option(
            "--vervang", help="Schrijf ook over wat in het dossier met de hand is veranderd."
        ),
    ] = False,
    formaat: Annotated[Literal[Formaat, "xlsx", "docx"], FORMAAT] = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Put workbooks together, write the dossier, and report on it."""
    from agenda.samenvoegen import schrijf_dossier, voeg_bestanden_samen
    from agenda.weergave.samenvoeging.verslag import toon_verslag
    from regels.melding import Invoerfout

    eis_doel(formaat, uit)
    werk = voeg_bestanden_samen(bestanden, naar, themas, toon_voortgang, zonder_foute=zonder_foute)
    if werk.fouten:
        _lever_bij_fouten(werk, formaat)
        raise Invoerfout(werk.fouten)
    eis_doel(formaat, uit)  # what was read is input too
    met_document = formaat in _DOCUMENTEN and not werk.zonder_keuze
    document = _document(werk, formaat) if met_document else b""
    namen, sjabloon_weg = schrijf_dossier(werk, vervang=vervang)
    zeg(f"Geschreven in {zichtbaar(str(naar))}: {opsomming(namen, 'en')}.")
    if sjabloon_weg:
        zeg(
            "Het lege sjabloon onderwerpen.xlsx is weg; de onderwerpen staan nu in"
            " onderwerpen.yaml."
        )
    if werk.zonder_keuze:
        _lever_bij_fouten(werk, formaat)
        raise Invoerfout(werk.zonder_keuze)
    if document:
        lever_bestand(lambda: document, formaat, uit)
    else:
        lever(toon_verslag(werk.verslag), formaat, uit)
    for naam in werk.verslag.foute_bestanden:
        zeg(f"Let op: {toon(naam)} is niet meegenomen, want daar staan fouten in.")


def _lever_bij_fouten(werk: Samenvoeging, formaat: str) -> None:
    """A program gets the report also when something is wrong; people get the faults alone."""
    from agenda.weergave.samenvoeging.verslag import toon_verslag

    if formaat not in ("tabel", *_DOCUMENTEN):
        lever(toon_verslag(werk.verslag), formaat, None)


def _document(werk: Samenvoeging, formaat: str) -> bytes:
    """The report as a document, before anything is written: it may be that it cannot be made."""
    verslag = werk.verslag
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.samenvoeging import verslagmap

        return verslagmap(verslag)
    from agenda.stuk.samenvoeging import samenvoegstuk
    from agenda.stuk.vormen.word.word import stuk_docx

    eigen, dag = verslag.profiel.sjabloon_inhoud, verslag.instellingen.peildatum
    return stuk_docx(samenvoegstuk(verslag), dag, eigen)
