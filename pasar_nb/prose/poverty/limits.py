"""What the figures of poverty cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.poverty.results import LivingStandard
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _


def limits(shown: Released[LivingStandard]) -> tuple[Message, ...]:
    """Say what these rates cannot tell."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return (found.reason,)
    return _of_spending() if found.basis == "belanja" else _of_income()


def _of_spending() -> tuple[Message, ...]:
    return (
        _(
            "Angka kemiskinan menyangkut rumah tangga yang disurvei, bukan penduduk kabupaten. Belanja "
            "ditanyakan lebih singkat daripada dalam Susenas, sehingga angkanya tidak dapat disandingkan "
            "dengan angka resmi BPS."
        ),
        _(
            "Rumah tangga yang belanja atau jumlah anggotanya tidak lengkap pada salah satu survei tidak "
            "ikut dihitung."
        ),
    )


def _of_income() -> tuple[Message, ...]:
    return (
        _(
            "Angka kemiskinan menyangkut rumah tangga yang disurvei, bukan penduduk kabupaten. Angkanya "
            "dihitung dari pendapatan, sedangkan BPS menghitung dari pengeluaran, sehingga tidak dapat "
            "disandingkan dengan angka resmi."
        ),
        _(
            "Rumah tangga yang pendapatan atau jumlah anggotanya tidak lengkap pada salah satu survei tidak "
            "ikut dihitung."
        ),
    )
