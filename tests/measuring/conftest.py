"""The documents built by hand that the tests of counting use, here too."""

from tests.counting.conftest import document, feature, finder

__all__ = ["document", "feature", "finder"]
