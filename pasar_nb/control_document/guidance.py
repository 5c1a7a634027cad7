"""The sheet *Petunjuk*: what to fill for which report, who does it and when, what the colours mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pasar_nb.contract.tables import TABLES
from pasar_nb.control_document import dictionary
from pasar_nb.control_document.filling import FILLING
from pasar_nb.control_document.styles import (
    QUIET_COLOUR,
    REQUIRED_FILL,
    Styles,
    fit_to_paper,
    height,
)
from pasar_nb.language import Language, Message, _
from pasar_nb.vocabulary import BLUE

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from pasar_nb.reference.districts import DistrictEntry

SHEET = "Petunjuk"
_WIDTHS = (24, 50, 36, 36, 44)
_TITLE = _("Dokumen Kendali {district}, {province}")
_ABOUT = _(
    "Kode BPS {code}. Satu lembar untuk satu tabel, satu baris untuk satu catatan. Tidak semua lembar "
    "harus diisi: setiap laporan memerlukan lembarnya sendiri, seperti tertulis di bawah."
)
_STEPS: tuple[Message, ...] = (
    _("Isi lembar 'profil' lebih dahulu, lalu lembar untuk laporan yang diinginkan. Lembar lain biarkan."),
    _(
        "Isi mulai dari baris di bawah contoh. Baris contoh tidak dihitung; boleh dihapus. Jangan mengubah "
        "nama lembar dan judul kolom di baris 1."
    ),
    _(
        "Klik sel untuk membaca apa yang harus ditulis; arahkan penunjuk ke judul kolom untuk keterangan "
        "lengkap. Sel dengan daftar: pilih dari panah di kanannya."
    ),
    _(
        "Tulis angka tanpa satuan dan tanpa Rp, tanggal seperti 20/11/2026, bulan seperti 2026-11. Sel "
        "tanpa data dibiarkan kosong, jangan diisi 0, - atau 99."
    ),
    _("Tempel data dari berkas lain sebagai nilai. Jangan memakai rumus, sel gabungan, atau baris jumlah."),
    _(
        "Jangan menulis NIK, nomor KK, nomor telepon, koordinat, nama, atau alamat orang. Rumah tangga "
        "diberi kode samaran pada kolom id_rt."
    ),
    _(
        "Pertanyaan tambahan survei: daftarkan di lembar 'variabel', lalu tambahkan kolomnya di kanan lembar "
        "'survei'."
    ),
    _(
        "Simpan sebagai dokumen-kendali.xlsx di folder {folder}, lalu periksa: pasar check --district "
        "{code}. Salinan yang ditandai: pasar check --district {code} --excel periksa.xlsx."
    ),
)
_HOW, _COLOURS = _("Cara mengisi"), _("Arti warna dan tanda")
_REPORTS, _SHEETS = _("Lembar untuk setiap laporan"), _("Semua lembar")
_REPORT_HEADINGS = (_("Laporan"), _("Lembar yang wajib"), _("Dipakai juga bila ada"))
_SHEET_HEADINGS = (_("Lembar"), _("Isi"), _("Diisi oleh"), _("Kapan"), _("Untuk laporan"))
_LEGEND_REQUIRED = _("Judul kolom wajib: tebal, di atas warna gelap.")
_LEGEND_CELL = _("Sel kolom wajib: kuning muda. Setiap baris harus terisi.")
_LEGEND_OPTIONAL = _("Kolom lain: judul di atas warna muda, sel putih. Boleh kosong.")
_LEGEND_EXAMPLE = _("Baris contoh: huruf miring abu-abu, bertanda CONTOH di kolom terakhir. Tidak dihitung.")
_DICTIONARY = _("Arti, satuan, pilihan, dan contoh setiap kolom ada di lembar Kamus.")


@dataclass(frozen=True, slots=True)
class ReportNeeds:
    """Which tables a report is made from.

    Attributes
    ----------
    title
        Title of the report, in the language of the workbook.
    needs
        Tables without which there is no whole report.
    uses
        Tables that it uses where they are there.
    suffices
        Tables of which any one makes a part of the report where those of `needs` are absent.
    """

    title: str
    needs: tuple[str, ...]
    uses: tuple[str, ...] = ()
    suffices: tuple[str, ...] = ()


class _Writer:
    """Writes the sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, styles: Styles, language: Language) -> None:
        self.sheet, self.styles, self.language = sheet, styles, language
        self.row = 0

    def text(self, message: Message | str, style: Format, *, indent: int = 0) -> None:
        """Write a text across all columns from `indent` on."""
        written = message if isinstance(message, str) else message.text(self.language)
        last = len(_WIDTHS) - 1
        self.sheet.merge_range(self.row, indent, self.row, last, "", style)
        self.sheet.write_string(self.row, indent, written, style)
        self.sheet.set_row(self.row, max(height([(written, sum(_WIDTHS[indent:]))]), self._least(style)))
        self.row += 1

    def cells(self, texts: Sequence[str], style: Format, *, link: str = "") -> None:
        """Write a row of cells; the first may be a link to a sheet."""
        for place, text in enumerate(texts):
            self.sheet.write_string(self.row, place, text, style)
        if link:
            url = self.styles.cell(font_color=BLUE, underline=1)
            self.sheet.write_url(self.row, 0, f"internal:'{link}'!A1", url, string=texts[0])
        self.sheet.set_row(self.row, height(zip(texts, _WIDTHS, strict=False)))
        self.row += 1

    def section(self, title: Message) -> None:
        """Begin a part."""
        self.row += 1
        self.text(title, self.styles.section())

    def headings(self, titles: Sequence[Message]) -> None:
        """Write the headings of a list."""
        self.cells([title.text(self.language) for title in titles], self.styles.heading())

    @staticmethod
    def _least(style: Format) -> float:
        return 1.5 * float(style.font_size)


def write_guidance(
    sheet: Worksheet,
    styles: Styles,
    entry: DistrictEntry,
    reports: Sequence[ReportNeeds],
    language: Language,
) -> None:
    """Write the sheet.

    Parameters
    ----------
    sheet
        Empty worksheet, the first of the workbook.
    styles
        Formats of the workbook.
    entry
        The district.
    reports
        What each report is made from.
    language
        Language of the sheet.
    """
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    writer = _Writer(sheet, styles, language)
    _write_opening(writer, entry)
    _write_legend(writer)
    _write_reports(writer, reports)
    _write_sheets(writer, reports)
    fit_to_paper(sheet, ())


def _write_opening(writer: _Writer, entry: DistrictEntry) -> None:
    styles = writer.styles
    writer.text(
        Message(_TITLE.template, {"district": entry.full_name, "province": entry.province}), styles.title()
    )
    writer.text(Message(_ABOUT.template, {"code": entry.code}), styles.text())
    writer.section(_HOW)
    for number, step in enumerate(_STEPS, 1):
        fields = {"folder": f"data/{entry.folder_name}", "code": entry.code}
        told = Message(step.template, fields).text(writer.language)
        writer.text(f"{number}.  {told}", styles.text())


def _write_legend(writer: _Writer) -> None:
    styles = writer.styles
    writer.section(_COLOURS)
    for sample, style, meaning in (
        ("kode_kabupaten", styles.heading(), _LEGEND_REQUIRED),
        ("3503", styles.cell(bg_color=REQUIRED_FILL), _LEGEND_CELL),
        ("catatan", styles.heading(strong=False), _LEGEND_OPTIONAL),
        ("Jahe merah", styles.cell(italic=True, font_color=QUIET_COLOUR), _LEGEND_EXAMPLE),
    ):
        writer.sheet.write_string(writer.row, 0, sample, style)
        writer.text(meaning, styles.text(), indent=1)
    link = styles.text(font_color=BLUE, underline=1)
    writer.sheet.write_url(writer.row, 0, f"internal:'{dictionary.SHEET}'!A1", link, string=dictionary.SHEET)
    writer.text(_DICTIONARY, styles.text(), indent=1)


def _write_reports(writer: _Writer, reports: Sequence[ReportNeeds]) -> None:
    writer.section(_REPORTS)
    writer.headings(_REPORT_HEADINGS)
    for report in reports:
        needs = ["profil", *(name for name in report.needs if name != "profil")]
        uses = [name for name in report.uses if name not in needs]
        needed = ", ".join(needs)
        if report.suffices:
            partly = _("sebagian cukup dengan {suffices}", suffices=", ".join(report.suffices))
            needed = f"{needed} ({partly.text(writer.language)})"
        writer.cells([report.title, needed, ", ".join(uses) or "-"], writer.styles.cell())


def _write_sheets(writer: _Writer, reports: Sequence[ReportNeeds]) -> None:
    writer.section(_SHEETS)
    writer.headings(_SHEET_HEADINGS)
    for name, table in TABLES.items():
        used = [report.title for report in reports if name in (*report.needs, *report.uses)]
        filling, language = FILLING[name], writer.language
        told = f"{table.title.text(language)}. {table.row_is.text(language)}"
        who, when = filling.who.text(language), filling.when.text(language)
        writer.cells([name, told, who, when, "; ".join(used) or "-"], writer.styles.cell(), link=name)
