"""What all figures share: labels that cannot break out, colours that can be read, the language's numbers."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.figures.frame import (
    LABEL_WIDTH,
    LINE_HEIGHT,
    canvas,
    line_count,
    plain,
    row_height,
    shade,
    text_on,
    two_forms,
    wrapped,
)
from pasar_nb.vocabulary import CATEGORICAL, INK, PAPER, SEQUENTIAL_BLUE

SHARES = st.floats(0, 1)


def luminance(colour: str) -> float:
    """Compute the relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("language", "separators"), [("id", ",."), ("en", ".,")])
def test_axes_write_numbers_as_the_language_does(language: str, separators: str) -> None:
    assert canvas(language, height=300).layout.separators == separators  # type: ignore[arg-type]


def test_a_canvas_takes_the_width_of_the_page_and_has_no_title() -> None:
    layout = canvas("id", height=320).to_plotly_json()["layout"]
    assert layout["height"] == 320
    assert "width" not in layout
    assert "title" not in layout


def test_a_thumb_on_a_telephone_does_not_zoom_by_accident() -> None:
    drawing = canvas("id", height=300)
    assert drawing.layout.dragmode is False
    assert drawing.layout.template.layout.xaxis.fixedrange
    assert drawing.layout.template.layout.yaxis.fixedrange


def test_margins_grow_with_the_labels() -> None:
    template = canvas("id", height=300).layout.template.layout
    assert template.xaxis.automargin
    assert template.yaxis.automargin


def test_colours_are_those_of_the_house_and_a_canvas_is_small() -> None:
    drawing = canvas("id", height=300)
    assert tuple(drawing.layout.template.layout.colorway) == CATEGORICAL
    assert len(json.dumps(drawing.to_plotly_json())) < 2_000


def test_two_canvases_share_nothing() -> None:
    first, second = canvas("id", height=300), canvas("id", height=300)
    first.add_bar(x=[1], y=[1])
    first.layout.xaxis.title = "Skor"
    assert len(second.data) == 0
    assert second.layout.xaxis.title.text is None


@given(st.text(max_size=60))
def test_a_label_says_the_text_and_opens_no_tag(text: str) -> None:
    assert html.unescape(plain(text)) == text
    assert "<" not in plain(text)
    assert set(wrapped(text).replace("<br>", "")) & {"<", ">"} == set()


def test_markup_in_a_name_is_shown_as_it_was_written() -> None:
    assert plain("Jahe <b>merah</b> & putih") == "Jahe &lt;b&gt;merah&lt;/b&gt; &amp; putih"
    assert wrapped("<b>a</b>") == "&lt;b&gt;a&lt;/b&gt;"


@given(st.lists(st.text("abc<&", min_size=1, max_size=30), min_size=1, max_size=8))
def test_wrapped_lines_are_short_and_lose_no_letter(words: list[str]) -> None:
    lines = wrapped(" ".join(words)).split("<br>")
    assert max(len(html.unescape(line)) for line in lines) <= LABEL_WIDTH
    assert "".join(map(html.unescape, lines)).replace(" ", "") == "".join(words)


def test_a_label_breaks_between_words() -> None:
    lines = wrapped("Dinas Pemberdayaan Masyarakat dan Desa").split("<br>")
    assert lines == ["Dinas Pemberdayaan", "Masyarakat dan", "Desa"]
    assert wrapped("") == ""


def test_a_row_is_as_high_as_its_longest_label() -> None:
    labels = ["Jahe", "Gula<br>kelapa<br>organik"]
    assert line_count(labels) == 3
    assert line_count([]) == 1
    assert row_height(["Jahe"]) == 36
    assert row_height(labels) == 3 * LINE_HEIGHT + 12
    assert row_height(["Jahe"], least=50) == 50


@given(SHARES, SHARES)
def test_more_is_darker(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert luminance(shade(high)) <= luminance(shade(low)) + 1e-9


def test_the_scale_ends_in_the_darkest_and_begins_off_the_paper() -> None:
    assert shade(1) == SEQUENTIAL_BLUE[-1]
    assert shade(0) not in (PAPER, SEQUENTIAL_BLUE[0])
    assert contrast(shade(0), PAPER) > 1.2


@given(SHARES)
def test_text_on_a_shade_is_the_more_readable_of_the_two(share: float) -> None:
    ground = shade(share)
    chosen, other = (PAPER, INK) if text_on(ground) == PAPER else (INK, PAPER)
    assert contrast(chosen, ground) >= contrast(other, ground) - 0.15
    assert contrast(chosen, ground) >= 3.5


@pytest.mark.parametrize("colour", [PAPER, INK, *CATEGORICAL])
def test_text_on_any_colour_of_the_house_can_be_read(colour: str) -> None:
    assert contrast(text_on(colour), colour) >= 3.5


def test_the_second_form_of_a_drawing_travels_in_its_layout_and_leaves_the_first_as_it_is() -> None:
    wide, narrow = canvas("id", height=100), canvas("id", height=300)
    for form, height in ((wide, 100), (narrow, 300)):
        form.add_annotation(text=str(height), x=0, y=0).update_yaxes(range=[height, 0])
    layout = json.loads(two_forms(wide, narrow).to_json())["layout"]
    assert (layout["height"], layout["yaxis"]["range"]) == (100, [100, 0])
    second = layout["meta"]["narrow"]
    assert (second["height"], second["yaxis.range"]) == (300, [300, 0])
    assert [note["text"] for note in second["annotations"]] == ["300"]


def test_the_second_form_takes_back_what_only_the_first_sets_on_its_axes() -> None:
    wide, narrow = canvas("id", height=100), canvas("id", height=100)
    for form, label, domain in ((wide, "Peserta (n = 10)", [0.4, 1]), (narrow, "Peserta<br>n = 10", None)):
        form.add_scatter(x=[1], y=[0]).update_yaxes(range=[1, 0], tickvals=[0], ticktext=[label])
        form.update_xaxes(range=[0, 2], domain=domain)
    second = json.loads(two_forms(wide, narrow).to_json())["layout"]["meta"]["narrow"]
    assert second["xaxis.domain"] == [0, 1]
    assert second["yaxis.ticktext"] == ["Peserta<br>n = 10"]
    assert not {"xaxis.range", "y"} & set(second)  # the same in both
