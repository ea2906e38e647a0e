"""A chart as inline SVG: text stays text, colours follow the page, nothing refers outside."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import matplotlib
from lxml import etree
from markupsafe import Markup
from matplotlib.figure import Figure

from divergence.phrases import say
from divergence.plots import lettering, style
from divergence.reporting.chart_drawing import PLOTS
from divergence.reporting.hatching import shrink
from divergence.reporting.report import Chart

WIDE, HALF, NARROW = 6.57, 4.3, 2.75
# Labels may reach a little over the left edge: paper has a margin there.
MARGIN, THIN = 24, 3
PICTURE = "data:image/png;base64,"
# Names that the style sheet gives light and dark values.
INKS = {
    style.INK: "ink",
    style.SOFT: "soft",
    style.FAINT: "faint",
    style.RULE: "rule",
    style.WASH: "wash",
    style.RUST.lower(): "warm",
    "#ffffff": "paper",
    **{color.lower(): f"c{place}" for place, color in enumerate(style.COLORS)},
}
KEPT = {"svg", "g", "path", "use", "defs", "clipPath", "rect", "pattern", "text", "tspan", "image"}
ATTRIBUTES = {
    *("d", "x", "y", "width", "height", "transform", "clip-path", "viewBox", "id"),
    *("patternUnits", "fill", "stroke", "opacity"),
}
PAINT = re.compile(r"(fill|stroke)(-opacity|-width|-linejoin|-linecap|-dasharray|-dashoffset)?")
_LONG = re.compile(r"-?\d+\.\d{3,}")
_SIZE = re.compile(r"(?:^|\s)([\d.]+)px")
_BOLD = re.compile(r"(?:^|\s)(bold|[6-9]00)(?:\s|$)")
_CITED = re.compile(r"\[(\d+)\]$")
_INSIDE = re.compile(r"url\(#([\w.-]+)\)")


def svg(
    chart: Chart, prefix: str, cited: Mapping[int, str] | None = None, *, narrow: bool = False
) -> Markup:
    """Draw a chart."""
    plot = PLOTS[chart.kind]
    layout = {"stacked": True} if narrow and plot.stacks else {}
    wide = NARROW if narrow else HALF if plot.half else WIDE
    tall = plot.height(chart.data, **layout)
    room = plot.margins(chart.data, **layout)
    held = io.BytesIO()
    with style.context(), matplotlib.rc_context({"svg.fonttype": "none"}):
        figure = Figure(figsize=(wide, tall))
        figure.patch.set_visible(False)
        ax = figure.add_axes(
            (
                room.left / wide,
                room.bottom / tall,
                (wide - room.left - room.right) / wide,
                (tall - room.top - room.bottom) / tall,
            )
        )
        plot.draw(chart.data, ax=ax, **layout)
        figure.savefig(held, format="svg", metadata={"Date": None, "Creator": None})
    drawn = etree.fromstring(held.getvalue(), etree.XMLParser(resolve_entities=False))
    return Markup(_simplified(drawn, prefix, chart, cited or {}))


def _simplified(drawn: etree._Element, prefix: str, chart: Chart, cited: Mapping[int, str]) -> str:
    for element in list(drawn.iter()):
        if not isinstance(element.tag, str) or _name(element) not in KEPT:
            _dropped(element)
    for pattern in drawn.iter("{*}pattern"):
        shrink(pattern)
    used = {match for element in drawn.iter() for match in _references(element)}
    for element in drawn.iter():
        _restyled(element, prefix, used)
    for element in list(drawn.iter("{*}g")):
        parent = element.getparent()
        if parent is not None and not element.attrib:
            at = parent.index(element)
            parent[at : at + 1] = list(element)
    etree.cleanup_namespaces(drawn)
    _, _, wide, tall = map(float, drawn.get("viewBox", "0 0 1 1").split())
    margin = THIN if wide <= NARROW * 72 else MARGIN
    drawn.set("viewBox", f"-{margin} 0 {wide + margin:g} {tall:g}")
    # A picture may not hold links: what it holds is hidden from those who listen.
    drawn.set("role", "group" if _notes_linked(drawn, cited) else "img")
    drawn.set("aria-label", lettering.plain(chart.alt or chart.title, limit=2000))
    drawn.set("class", f"chart {chart.kind}")
    drawn.set("stroke-linejoin", "round")
    text = str(etree.tostring(drawn, encoding="unicode"))
    text = text.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return re.sub(r">\s+<", "><", text)


def _notes_linked(drawn: etree._Element, cited: Mapping[int, str]) -> bool:
    """Make texts that end with the number of a note lead to it; tell whether there are any."""
    any_linked = False
    for element in list(drawn.iter("{*}text")):
        number = _CITED.search((element.text or "").strip())
        parent = element.getparent()
        if number is None or int(number[1]) not in cited or parent is None:
            continue
        link = etree.Element(f"{{{etree.QName(element).namespace}}}a")
        link.set("href", f"#note-{number[1]}")
        if cited[int(number[1])]:
            link.set("data-at", cited[int(number[1])])
        link.set("aria-label", say("page.evidence_of", n=number[1], text=element.text))
        parent.replace(element, link)
        link.append(element)
        any_linked = True
    return any_linked


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _dropped(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _references(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name.endswith("href"):
            yield value.removeprefix("#")
        yield from _INSIDE.findall(value)


def _restyled(element: etree._Element, prefix: str, used: set[str]) -> None:
    """Turn style declarations into attributes, which a strict policy lets through."""
    given = dict(element.attrib)
    element.attrib.clear()
    classes = []
    if _name(element) == "text":
        element.attrib.update(_text_attributes(given.get("style", ""), element.text or ""))
    for part in given.pop("style", "").split(";"):
        key, _, value = (piece.strip() for piece in part.partition(":"))
        if PAINT.fullmatch(key) or key == "opacity":
            given[key] = value
    for key, value in sorted(given.items()):
        if key in {"fill", "stroke"} and value.lower() in INKS:
            classes.append(f"{key[0]}-{INKS[value.lower()]}")
        elif key == "id":
            if value in used:
                element.set("id", prefix + value)
        elif key.endswith("href"):
            if value.startswith("#"):
                element.set("href", f"#{prefix}{value[1:]}")
            elif value.startswith(PICTURE):
                element.set("href", PICTURE + "".join(value[len(PICTURE) :].split()))
        elif PAINT.fullmatch(key) or key in ATTRIBUTES:
            inside = _INSIDE.sub(rf"url(#{prefix}\1)", value)
            element.set(key, _LONG.sub(_rounded, " ".join(inside.split())))
    if classes:
        element.set("class", " ".join(classes))
    if _name(element) == "svg":
        for key in ("width", "height"):
            element.attrib.pop(key, None)


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match.group()):.2f}".rstrip("0").rstrip(".")


def _text_attributes(declared: str, text: str) -> dict[str, str]:
    """Size, weight and length of a text, so that any font takes the room that was measured."""
    size, face, anchor = 7.0, "regular", ""
    for part in declared.split(";"):
        key, _, value = (piece.strip() for piece in part.partition(":"))
        if key in {"font", "font-size"} and (given_size := _SIZE.search(value)):
            size = float(given_size[1])
        if key in {"font", "font-weight"} and _BOLD.search(value):
            face = "bold"
        elif key == "text-anchor" and value in {"middle", "end"}:
            anchor = value
    attributes = {"font-size": f"{size:g}"}
    if face == "bold":
        attributes["font-weight"] = "bold"
    if anchor:
        attributes["text-anchor"] = anchor
    if len(text) > 1:
        long = lettering.advance(text, size, "bold" if face == "bold" else "regular") * 72
        attributes |= {"textLength": f"{long:.1f}", "lengthAdjust": "spacingAndGlyphs"}
    return attributes
