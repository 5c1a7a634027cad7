"""Pseudonyms of households: keyed hashes of what identifies them, the same in every round."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import unicodedata
from collections.abc import Sequence

from pasar_nb.contract.headers import UNSEEN
from pasar_nb.errors import DataError
from pasar_nb.identifiers import GAP
from pasar_nb.language import _

LETTERS = 15  # of base 32, 75 bits: a million households collide once in 10^11 imports; never 16 digits
PREFIX = "R"
_PURPOSE = b"pasar_nb household\x00"
_BETWEEN = "\x1f"  # between the answers that together identify a household
_SEPARATORS = re.compile(GAP)
_ODD = re.compile(f"[{UNSEEN}]")
_NUMBER = re.compile(r"\d{10,}")  # long enough for a number of an office; shorter codes keep their signs
_DECIMALS = re.compile(r"(\d{10,})[.,]0+")
_SHORTENED = re.compile(r"\d[.,]?\d*[eE]\+?\d+")


class Pseudonyms:
    """Makes pseudonyms with one secret and watches that no two households share one.

    Parameters
    ----------
    secret
        The key; it is kept and never shown.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._known: dict[str, bytes] = {}

    def __repr__(self) -> str:
        """Hide the secret."""
        return "Pseudonyms(...)"

    def of(self, answers: Sequence[str]) -> str:
        """Give the pseudonym of a household.

        Parameters
        ----------
        answers
            What identifies it, as `normalised`.

        Raises
        ------
        DataError
            Where another household has the same pseudonym, which chance alone does not bring about.
        """
        identity = _BETWEEN.join(answers).encode()
        digest = hmac.new(self._secret, _PURPOSE + identity, hashlib.sha256).digest()
        pseudonym = PREFIX + base64.b32encode(digest).decode("ascii")[:LETTERS]
        trace = hashlib.sha256(identity).digest()
        if self._known.setdefault(pseudonym, trace) != trace:
            raise DataError(
                _("Dua rumah tangga mendapat kode samaran yang sama. Impor dihentikan; pakai rahasia lain.")
            )
        return pseudonym


def normalised(answer: str) -> str:
    """Write an identifying answer so that the same person is the same in every round.

    Spaces around, signs nobody sees, the apostrophe that keeps a number a text, and small letters do not
    count; in a long number neither do spaces, dots and hyphens between its digits.
    """
    text = _ODD.sub("", unicodedata.normalize("NFKC", answer)).strip().lstrip("'’`").strip()
    if decimals := _DECIMALS.fullmatch(text):
        return decimals[1]
    solid = _SEPARATORS.sub("", text)
    return solid if _NUMBER.fullmatch(solid) else " ".join(text.casefold().split())


def bare(answer: str) -> str:
    """Leave every sign out, to find identifiers that differ in nothing else."""
    return re.sub(r"[\W_]", "", answer)


def is_shortened(answer: str) -> bool:
    """Tell whether a spreadsheet has cut a long number: ``3.50301E+15``."""
    return _SHORTENED.fullmatch(answer.strip().lstrip("'")) is not None
