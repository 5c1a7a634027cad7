"""The empty Dokumen Kendali of a district, written from the specifications of its tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from pasar_nb.contract.tables import TABLES
from pasar_nb.control_document import choice_lists, dictionary, guidance
from pasar_nb.control_document.choice_lists import ChoiceLists
from pasar_nb.control_document.guidance import ReportNeeds
from pasar_nb.control_document.stamp import write_stamp
from pasar_nb.control_document.styles import SETTINGS, Styles
from pasar_nb.control_document.table_sheet import write_table
from pasar_nb.language import Language, Message, _

if TYPE_CHECKING:
    from pasar_nb.reference.districts import DistrictEntry

FILE_NAME = "dokumen-kendali.xlsx"
_TITLE = _("Dokumen Kendali {district}")


def write_template(
    entry: DistrictEntry, reports: Sequence[ReportNeeds], language: Language, today: date
) -> bytes:
    """Write the template.

    Parameters
    ----------
    entry
        The district; its code and name stand in `profil` already.
    reports
        What each report is made from, for the guidance.
    language
        Language of guidance, help and dictionary. Names of sheets and columns and choices stay Indonesian.
    today
        Day of making.

    Returns
    -------
    bytes
        An ``.xlsx`` file; the same arguments give the same bytes.
    """
    target = io.BytesIO()
    with Workbook(target, SETTINGS) as book:
        title = Message(_TITLE.template, {"district": entry.full_name}).text(language)
        book.set_properties({"title": title, "created": datetime.combine(today, datetime.min.time())})
        styles, lists = Styles(book), ChoiceLists()
        guidance.write_guidance(book.add_worksheet(guidance.SHEET), styles, entry, reports, language)
        for table in TABLES.values():
            known = [_profile(entry)] if table.name == "profil" else []
            write_table(book.add_worksheet(table.name), table, styles, lists, language, known)
        dictionary.write_dictionary(book.add_worksheet(dictionary.SHEET), styles, language)
        lists.write(book.add_worksheet(choice_lists.SHEET))
        write_stamp(book, "dokumen_kendali", entry.code, today)
    return target.getvalue()


def _profile(entry: DistrictEntry) -> dict[str, str]:
    known = {"kode_kabupaten": entry.code, "nama_kabupaten": entry.name}
    if entry.kind == "kota":
        known["nama_kabupaten"] = entry.full_name
    return {column.name: known.get(column.name, "") for column in TABLES["profil"].columns}
