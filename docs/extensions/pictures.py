"""Shows the figures that a gallery script made; the library draws without pyplot."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sphinx_gallery.scrapers import figure_rst

Shown = dict[str, Any]


def figures_of_the_script(block: Any, block_vars: Shown, gallery_conf: Shown) -> str:
    """Save every figure that a variable of the script holds and that was not shown before."""
    held = block_vars["example_globals"]
    shown = block_vars.setdefault("shown_figures", set())
    paths = []
    for value in list(held.values()):
        figure = value.get_figure(root=True) if isinstance(value, Axes) else value
        figure = getattr(figure, "figure_", figure)
        if not isinstance(figure, Figure) or id(figure) in shown:
            continue
        shown.add(id(figure))
        path = next(block_vars["image_path_iterator"])
        figure.savefig(path, dpi=150)
        paths.append(path)
    return str(figure_rst(paths, gallery_conf["src_dir"]))
