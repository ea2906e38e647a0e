"""What a person does with the page, by mouse and by keyboard, in a real browser."""

import base64
import json
from importlib.resources import files

import pytest

pytestmark = pytest.mark.slow

By = pytest.importorskip("selenium.webdriver.common.by", reason="LOUD SKIP: no selenium").By
Select = pytest.importorskip("selenium.webdriver.support.select").Select
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
CSS = By.CSS_SELECTOR


def all_of(browser, css):
    return browser.find_elements(CSS, css)


def one_of(browser, css):
    return browser.find_element(CSS, css)


def click(browser, element):
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def inside(browser, element):
    """Whether an element is seen within its column and the window."""
    return browser.execute_script(
        """const box = arguments[0].getBoundingClientRect();
        const list = arguments[0].closest('ol').getBoundingClientRect();
        return box.bottom > list.top && box.top < list.bottom;""",
        element,
    )


def complaints(browser):
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


def check(browser, name):
    """Set one feature's checkbox and no other."""
    click(browser, one_of(browser, "#none"))
    click(browser, one_of(browser, f"#features label[class] input#{feature(browser, name)}"))


def feature(browser, name):
    data = json.loads(one_of(browser, "#data").get_attribute("textContent"))
    return f"feature-{[each[0] for each in data['features']].index(name)}"


def test_the_page_opens_with_the_network_off_and_two_articles_side_by_side(two_page):
    columns = all_of(two_page, ".column")
    assert len(columns) == 2
    assert columns[0].rect["y"] == columns[1].rect["y"]
    assert [len(column.find_elements(CSS, "li[id]")) for column in columns] == [4, 4]
    fetched = two_page.execute_script("return performance.getEntriesByType('resource').length")
    assert fetched == 0
    assert complaints(two_page) == []


def test_filters_choose_what_is_highlighted(two_page):
    check(two_page, "hedging")
    assert [mark.text for mark in all_of(two_page, "#columns mark")] == ["may", "may"]
    check(two_page, "agency")
    marks = all_of(two_page, "#columns mark")
    assert {mark.text.splitlines()[0] for mark in marks} == {"northern army"}
    assert {mark.get_attribute("data-side") for mark in marks} == {"Northland"}
    voice = Select(one_of(two_page, "#voice"))
    voice.select_by_visible_text("quoted words")
    assert all_of(two_page, "#columns mark") == []
    voice.select_by_visible_text("every voice")
    assert len(all_of(two_page, "#columns mark")) == 2


def test_a_click_on_a_sentence_marks_its_counterpart(two_page):
    click(two_page, one_of(two_page, "#s0-2 .text"))
    (twin,) = all_of(two_page, "li.twin")
    assert twin.get_attribute("id") == "s1-2"
    assert inside(two_page, twin)
    assert "River Post, sentence 2" in one_of(two_page, "#status").text


def test_keys_walk_through_sentences_to_the_counterpart(two_page):
    first = one_of(two_page, "#s0-1 .number")
    first.send_keys(Keys.ARROW_DOWN)
    two_page.switch_to.active_element.send_keys(Keys.ENTER)
    assert one_of(two_page, "li.here").get_attribute("id") == "s0-2"
    two_page.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    focused = two_page.switch_to.active_element
    assert focused.find_element(By.XPATH, "..").get_attribute("id") == "s1-2"


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_number_leads_to_its_sentence_and_back(two_page, way):
    note = one_of(two_page, "main a.note[data-at]")
    target = note.get_attribute("data-at")[1:]
    if way == "mouse":
        click(two_page, note)
    else:
        note.send_keys(Keys.ENTER)
    here = one_of(two_page, "li.here")
    assert here.get_attribute("id") == target
    assert inside(two_page, here)
    focused = two_page.switch_to.active_element
    assert focused.find_element(By.XPATH, "..").get_attribute("id") == target
    one_of(two_page, "#back").send_keys(Keys.ENTER)
    assert two_page.switch_to.active_element == note


def test_a_number_of_a_figure_opens_the_reader_with_its_feature(two_page):
    link = one_of(two_page, 'a.read[href="#read?feature=hedging&source=Daily+Bridge"]')
    two_page.execute_script("arguments[0].closest('details').open = true", link)
    link.send_keys(Keys.ENTER)
    on = [box.get_attribute("id") for box in all_of(two_page, "#features input:checked")]
    assert on == [feature(two_page, "hedging")]
    assert "hedging" in one_of(two_page, "li.here mark").get_attribute("data-features")


def test_hostile_articles_run_nothing_and_show_as_text(hostile_page):
    assert hostile_page.execute_script("return typeof window.owned") == "undefined"
    assert "<script>window.owned = 1</script>" in one_of(hostile_page, "h1").text
    assert "<img src=x onerror=owned=3>" in one_of(hostile_page, "#s0-1").text
    links = [link.get_attribute("href") for link in all_of(hostile_page, "a[target]")]
    assert links == ["https://example.org/a?b=1&c=2"]
    click(hostile_page, one_of(hostile_page, "#s0-1 .number"))
    assert hostile_page.execute_script("return typeof window.owned") == "undefined"
    wide = "return document.documentElement.scrollWidth <= window.innerWidth"
    assert hostile_page.execute_script(wide)


def test_a_script_put_into_the_page_is_refused(two_page):
    two_page.execute_script(
        """const made = document.createElement('script');
        try { made.textContent = 'window.owned = 4'; document.body.append(made); } catch {}"""
    )
    assert two_page.execute_script("return typeof window.owned") == "undefined"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_serious_violation_of_accessibility(browser, written, scheme, width):
    pytest.importorskip("axe_selenium_python", reason="LOUD SKIP: axe-core is missing")
    media = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get("about:blank")
    browser.get(written["two"].as_uri())
    click(browser, one_of(browser, "#s0-2 .number"))
    axe = files("axe_selenium_python").joinpath("node_modules", "axe-core", "axe.min.js")
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    browser.get(written["two"].as_uri() + "#s0-2")
    browser.refresh()
    browser.execute_script(axe.read_text("utf-8"))
    found = browser.execute_async_script(
        "const done = arguments[0]; axe.run(document).then(done, (e) => done({error: String(e)}))"
    )
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    assert "error" not in found, found
    assert len(found["passes"]) > 20
    grave = [
        (each["id"], [node["html"][:120] for node in each["nodes"]][:3])
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
    assert grave == []
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_page_prints(two_page):
    made = two_page.execute_cdp_cmd("Page.printToPDF", {})
    assert base64.b64decode(made["data"]).startswith(b"%PDF")
