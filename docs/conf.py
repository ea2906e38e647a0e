"""Settings of the documentation. Build it with ``sphinx-build -W docs docs/_build``."""

from __future__ import annotations

import sys
from pathlib import Path

from divergence import __version__

HERE = Path(__file__).parent
# The builders of pages, and the examples that the tests hold features to.
sys.path[:0] = [str(HERE / "extensions"), str(HERE.parent), str(HERE / "gallery")]

from pictures import figures_of_the_script  # noqa: E402

project = "divergence"
author = "divergence developers"
copyright = "2026, divergence developers"
version = release = __version__

extensions = [
    "sphinx.ext.autodoc",
    "numpydoc",
    "myst_parser",
    "sphinx_gallery.gen_gallery",
    "pages",
]
exclude_patterns = ["_build", "extensions", "features/notes", "gallery", "Thumbs.db"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
nitpicky = False

autodoc_typehints = "none"
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False
# A list of works is plain text, not footnotes.
numpydoc_citation_re = r"(?!)"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["config.cache"]

sphinx_gallery_conf = {
    "examples_dirs": ["gallery"],
    "gallery_dirs": ["generated/gallery"],
    "filename_pattern": r"/plot_",
    "ignore_pattern": r"event\.py",
    "image_scrapers": (figures_of_the_script,),
    "reset_modules": (),
    "abort_on_example_error": True,
    "show_memory": False,
    "remove_config_comments": True,
    "min_reported_time": 10_000,
    "write_computation_times": False,
    "download_all_examples": False,
    "show_signature": False,
}

html_theme = "furo"
html_title = f"divergence {version}"
html_static_path: list[str] = []
html_show_sourcelink = False
html_copy_source = False
