"""Texts in Indonesian and English: lazy messages, and numbers, money and dates as a reader writes them.

Indonesian is the source language: a message's template is its Indonesian text and is looked up in the
English catalogue when it is read in English. A message stays a value until somebody reads it, so that one
result can be shown in both languages.
"""

from pasar_nb.language.catalogue import CATALOGUES, translations
from pasar_nb.language.messages import (
    PARAGRAPH,
    InSentence,
    Listing,
    Message,
    Value,
    _,
    _n,
    listing,
    paragraph,
    paragraphs,
    render,
    verbatim,
)
from pasar_nb.language.numbers import (
    Day,
    DrawnShare,
    Money,
    Month,
    Number,
    Quantity,
    Share,
    decimals_for,
    side_by_side,
)
from pasar_nb.language.reader import LANGUAGES, LOCALES, SOURCE_LANGUAGE, Language

__all__ = [
    "CATALOGUES",
    "LANGUAGES",
    "LOCALES",
    "PARAGRAPH",
    "SOURCE_LANGUAGE",
    "Day",
    "DrawnShare",
    "InSentence",
    "Language",
    "Listing",
    "Message",
    "Money",
    "Month",
    "Number",
    "Quantity",
    "Share",
    "Value",
    "_",
    "_n",
    "decimals_for",
    "listing",
    "paragraph",
    "paragraphs",
    "render",
    "side_by_side",
    "translations",
    "verbatim",
]
