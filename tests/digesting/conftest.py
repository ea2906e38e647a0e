"""Made-up documents and features, as the tests of counting have them."""

from tests.measuring.conftest import document, feature, finder

__all__ = ["document", "feature", "finder"]
