"""The document in Word: real styles, so that it can be read, edited and read aloud."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agenda.invoer.wordsjabloon import BESTAND, geen_sjabloon
from agenda.invoer.zipdelen import pak_in
from agenda.stuk.vormen.word import stijlen as word_stijlen
from agenda.stuk.vormen.word.bladzijden import bladzijden
from agenda.stuk.vormen.word.blokken import Wordbouwer, vul_in
from agenda.weergave.ontbreekt import of_zin

if TYPE_CHECKING:
    from datetime import date

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.stuk.blokken import Stuk

_MAX_DELEN = 300
"""With more parts than this no page is filled in: laying them out takes seconds."""


def docx_van(stuk: Stuk, lijst: Ranglijst) -> bytes:
    """The document in Word, with the date and the template of an agenda."""
    return stuk_docx(stuk, lijst.dossier.instellingen.peildatum, lijst.profiel.sjabloon_inhoud)


def stuk_docx(stuk: Stuk, peildatum: date, sjabloon: bytes | None = None) -> bytes:
    """The document in Word; the same document always gives the same bytes.

    Args:
        stuk: the document.
        peildatum: the date that the file carries, instead of the day on which it was made.
        sjabloon: a document of the region with its own styles, header and footer.

    Raises:
        Invoerfout: the template cannot be opened.
    """
    from docx import Document

    try:
        document = Document(io.BytesIO(sjabloon) if sjabloon else None)
    except Exception as fout:  # a file that is no document makes python-docx raise anything
        raise geen_sjabloon(BESTAND, "een beschadigd document") from fout
    lijf = document.element.body
    for deel in list(lijf):
        if deel is not document.sections[-1]._sectPr:
            lijf.remove(deel)
    word_stijlen.vul_aan(document, eigen=sjabloon is not None)
    if sjabloon is None:
        word_stijlen.zet_kop_en_voet(document, stuk.titel, stuk.voet)
    _zet_eigenschappen(document, stuk, peildatum)
    lijf[:0] = _met_bladzijden(document, stuk)
    uit = io.BytesIO()
    document.save(uit)
    return _zonder_klok(uit.getvalue())


def _met_bladzijden(document: Any, stuk: Stuk) -> list[Any]:
    """The body, with in its table of contents on which page each chapter begins."""
    elementen = [*Wordbouwer(document, stuk).elementen()]
    if len(stuk.delen) > 1 and sum(1 for _ in stuk.alle()) <= _MAX_DELEN:
        gevonden = of_zin(lambda: bladzijden(document, elementen))
        vul_in(elementen, {} if isinstance(gevonden, str) else gevonden)  # Word fills them in on F9
    return elementen


def _zet_eigenschappen(document: Any, stuk: Stuk, peildatum: date) -> None:
    eigenschappen = document.core_properties
    eigenschappen.title = stuk.titel
    eigenschappen.subject = stuk.ondertitel
    eigenschappen.language = "nl-NL"
    for naam in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(eigenschappen, naam, "")
    eigenschappen.revision = 1
    moment = datetime(peildatum.year, peildatum.month, peildatum.day, tzinfo=UTC)
    eigenschappen.created = eigenschappen.modified = moment.replace(tzinfo=None)


def _zonder_klok(inhoud: bytes) -> bytes:
    """The same zip file, without the moment at which each part was written."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
        return pak_in({deel.filename: bron.read(deel) for deel in bron.infolist()})
