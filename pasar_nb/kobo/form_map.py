"""The map that fits the form, to import what was collected with it."""

from __future__ import annotations

from collections.abc import Iterator

from pasar_nb.kobo.form_layout import (
    DATE_QUESTION,
    GROUPS,
    HOUSEHOLD_QUESTION,
    IDENTITY,
    WAVE_QUESTION,
)
from pasar_nb.kobo.mapping import Rules
from pasar_nb.language import Language, Message, _
from pasar_nb.reference.districts import DistrictEntry
from pasar_nb.reference.time_zones import zone_of

_HEAD = _("Peta impor untuk formulir pasar form; nama tabel dan kolom menurut Dokumen Kendali.")
_ZONE = _("Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT)")
_TAKE = _("approved: hanya kiriman yang disetujui; all: semua kiriman")
_DUPLICATES = _("error: kiriman ganda menghentikan impor; latest: yang terakhir dikirim dipakai")
_CHANGES = _(
    "error: keterangan rumah tangga yang berbeda antarronde menghentikan impor; first atau latest: pakai "
    "ronde pertama atau terakhir"
)
_ROUND = _("Satu [[round]] untuk tiap formulir; files: pola nama berkas ekspor")
_WAVE = _("pertanyaan yang memuat gelombang, atau nomornya: wave = 0")
_HOUSEHOLD = _("pengenal rumah tangga; diganti kode samaran dan tidak pernah ditulis")
_VALUES = _("Bila jawaban berupa label atau kode lain, terjemahkan, misalnya:")


def form_map(district: DistrictEntry, language: Language) -> str:
    """Write the map that fits the form.

    Parameters
    ----------
    district
        The district that collects.
    language
        Language of the comments.
    """
    return "\n".join(_lines(district, language)) + "\n"


def _lines(district: DistrictEntry, language: Language) -> Iterator[str]:
    def noted(line: str, note: Message) -> str:
        return f"{line}  # {note.text(language)}"

    yield f"# {_HEAD.text(language)}"
    yield "[district]"
    yield f'code = "{district.code}"  # {district.name}'
    yield noted(f'zone = "{zone_of(district.province)}"', _ZONE)
    yield "\n[rules]"
    yield noted(f'take = "{Rules().take}"', _TAKE)
    yield noted(f'duplicates = "{Rules().duplicates}"', _DUPLICATES)
    yield noted(f'changes = "{Rules().changes}"', _CHANGES)
    yield f"\n# {_ROUND.text(language)}"
    yield "[[round]]"
    yield 'files = "*"'
    yield noted(f'wave = "{IDENTITY}/{WAVE_QUESTION}"', _WAVE)
    yield noted(f'household = "{IDENTITY}/{HOUSEHOLD_QUESTION}"', _HOUSEHOLD)
    for table in dict.fromkeys(group.table for group in GROUPS):
        yield f"\n[round.{table}]"
        if table == "survei":
            yield f'{DATE_QUESTION} = "{IDENTITY}/{DATE_QUESTION}"'
        for group in GROUPS:
            if group.table == table:
                yield from (f'{column} = "{group.name}/{column}"' for column in group.columns)
    yield f"\n# {_VALUES.text(language)}"
    yield "# [values.jenis_kelamin_kk]"
    yield '# "Laki-laki" = "L"'
    yield '# "Perempuan" = "P"'
