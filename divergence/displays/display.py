"""What every display has: its data, and the axes and figure that it was drawn on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Generic, Self, TypeVar

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from divergence.comparing.comparison import Comparison
from divergence.counting.columns import Column
from divergence.errors import UsageError, must_be_one_of
from divergence.plots import headings

Data = TypeVar("Data")
Name = TypeVar("Name", bound=str | None)


class Display(Generic[Data]):
    """A chart of a comparison, in the manner of scikit-learn's displays.

    Make one with ``from_comparison``; ``plot`` draws it anew on other axes. It draws on a figure
    of its own and leaves ``matplotlib.pyplot`` alone; a notebook shows it.

    Parameters
    ----------
    data : object
        What is drawn, as the plot takes it; nothing of it is computed while drawing.
    title, subtitle : str, optional
        Written above; "" leaves them out.

    Attributes
    ----------
    ax_ : matplotlib.axes.Axes
        Where it was drawn last.
    figure_ : matplotlib.figure.Figure
        The figure of ``ax_``; ``figure_.savefig("chart.pdf")`` writes it.
    """

    ax_: Axes
    figure_: Figure
    # The plot that draws it.
    _plot: headings.Plot
    # In inches, of a figure of its own.
    _width: float = headings.WIDTH

    def __init__(self, data: Data, *, title: str = "", subtitle: str = "") -> None:
        self.data = data
        self.title = title
        self.subtitle = subtitle
        self._shown = False

    def plot(self, ax: Axes | None = None) -> Self:
        """Draw.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            Where to draw; by default a new figure that is as high as the chart needs. Labels
            stand outside the data area: leave them room, as ``layout="constrained"`` does.

        Returns
        -------
        Display
            Itself, with ``ax_`` and ``figure_``.

        Raises
        ------
        UsageError
            If ``ax`` is not one Axes.
        """
        if ax is not None and not isinstance(ax, Axes):
            raise UsageError(f"ax takes one matplotlib Axes, not {type(ax).__name__}")
        self.ax_ = headings.standalone(
            self._plot,
            self.data,
            ax=ax,
            title=self.title,
            subtitle=self.subtitle,
            width=self._width,
        )
        figure = self.ax_.get_figure(root=True)
        if figure is None:
            raise UsageError("ax belongs to no figure")
        self.figure_ = figure
        self._shown = ax is not None
        return self

    def _repr_png_(self) -> bytes | None:
        """Show a figure of its own in a notebook, which shows the others itself."""
        if self._shown or not hasattr(self, "figure_"):
            return None
        stream = io.BytesIO()
        self.figure_.savefig(stream, format="png")
        return stream.getvalue()


def must_be_compared(given: object) -> None:
    """Refuse what is no comparison, such as the table that one is made of."""
    if not isinstance(given, Comparison):
        raise UsageError(
            f"a chart is drawn of what compare returns, not of a {type(given).__name__}: "
            "from_comparison(compare(measure(articles)))"
        )


def several(given: Any) -> Iterable[Any]:
    """Return what can be gone through; one thing alone is one of them."""
    return given if isinstance(given, Iterable) else [given]


def checked(what: str, given: Name, names: Iterable[str]) -> Name:
    """Return a name that a comparison has, or None where none is asked for; refuse others."""
    known = list(names)
    if given is not None and given not in known:
        raise UsageError(must_be_one_of(what, given, known) if known else f"there is no {what}")
    return given


def source_names(comparison: Comparison) -> tuple[str, ...]:
    """Return the names of the sources, in the comparison's order."""
    return tuple(profile.source for profile in comparison.sources)


def n_articles(comparison: Comparison) -> int:
    """Count the articles that were compared."""
    return sum(profile.n_articles for profile in comparison.sources)


def column_named(comparison: Comparison, name: str) -> Column:
    """Return the column of a name that a comparison has; refuse others."""
    columns = {column.name: column for column in comparison.columns}
    return columns[checked("column", name, columns)]


def listed(what: str, given: Any) -> list[str] | None:
    """Return names as a list; a lone string is one name."""
    if given is None:
        return None
    if isinstance(given, str):
        return [given]
    names = list(given)
    if not names or not all(isinstance(name, str) for name in names):
        raise UsageError(f"{what} takes a list of names, not {given!r:.80}")
    return names
