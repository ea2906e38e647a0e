"""Pages opened and waited for: a driver may return from an address before its page is drawn."""

from typing import Any

DRAWN = """
return document.readyState === 'complete'
  && location.href.split('#')[0].endsWith(arguments[0])
  && !document.querySelector('#reader[hidden]');
"""


def opened(browser: Any, address: str) -> Any:
    """Open an address and wait until its script has run."""
    browser.get("about:blank")
    browser.get(address)
    return drawn(browser, address.partition("#")[0])


def drawn(browser: Any, ending: str) -> Any:
    """Wait for the page whose address ends so, its script having run."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.support.ui import WebDriverWait

    # A script asked for while one page gives way to the next is aborted: ask again.
    patient = WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException])
    patient.until(
        lambda page: page.execute_script(DRAWN, ending),
        f"no page {ending} whose script has run",
    )
    return browser
