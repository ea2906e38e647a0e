"""Reports of the invented comparisons, built once."""

import pytest

from divergence.reporting.build import build_report
from tests.reporting import builders


@pytest.fixture(scope="session")
def two():
    return build_report(*builders.two())


@pytest.fixture(scope="session")
def single():
    return build_report(*builders.single())


@pytest.fixture(scope="session")
def twenty():
    return build_report(*builders.twenty())


HOSTILE = "<script>alert('$5 bn')</script>\u202e \x00" + "long" * 2500


@pytest.fixture(scope="session")
def hostile():
    return build_report(*builders.titled(HOSTILE))
