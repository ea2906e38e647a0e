"""A page in headless Chromium with the network off, or a loud skip where there is no Chromium."""

import shutil
import socket
from pathlib import Path

import pytest

from divergence.reporting.build import build_report
from divergence.reporting.html import html_page, shards
from tests.browser.pages import opened
from tests.reporting import builders
from tests.reporting.test_html import hostile_material

FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--window-size=1280,900"),
)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Only the driver on this machine may be spoken to."""
    connect = socket.socket.connect

    def near(self, address):
        assert not isinstance(address, tuple) or address[0] in {"127.0.0.1", "::1", "localhost"}
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", near)


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    webdriver = pytest.importorskip(
        "selenium.webdriver", reason="LOUD SKIP: selenium is missing, the page is not tested"
    )
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("LOUD SKIP: chromium and chromedriver are missing, the page is not tested")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=driver)
    )
    opened.execute_cdp_cmd("Network.enable", {})
    opened.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield opened
    opened.quit()


@pytest.fixture(scope="session")
def written(tmp_path_factory) -> dict[str, Path]:
    """Pages on disk: of two sources, of hostile articles, and of more than one page can hold."""
    folder = tmp_path_factory.mktemp("pages")
    paths = {}
    made = {"two": builders.two(), "hostile": hostile_material(), "many": builders.twenty()}
    with pytest.MonkeyPatch.context() as patch:
        for name, parts in made.items():
            if name == "many":
                patch.setattr(shards, "MOST_HERE", 50_000)
                patch.setattr(shards, "MOST_ELSEWHERE", 60_000)
            for file, data in html_page.render(build_report(*parts)).items():
                path = folder / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            paths[name] = folder / name / "report.html"
    return paths


@pytest.fixture
def two_page(browser, written):
    return opened(browser, written["two"].as_uri())


@pytest.fixture
def hostile_page(browser, written):
    return opened(browser, written["hostile"].as_uri())


@pytest.fixture
def many_page(browser, written):
    return opened(browser, written["many"].as_uri())
