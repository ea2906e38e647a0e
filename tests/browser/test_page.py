"""What a person does with the page, by mouse and by keyboard, in a real browser."""

import base64
import json
import re
from importlib.resources import files

import pytest

from tests.browser.pages import drawn, opened

pytestmark = pytest.mark.slow

By = pytest.importorskip("selenium.webdriver.common.by", reason="LOUD SKIP: no selenium").By
Select = pytest.importorskip("selenium.webdriver.support.select").Select
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
CSS = By.CSS_SELECTOR
# The smallest letters in figures, in pixels; whether all that scrolls sideways can be focused.
LETTERS_AND_REGIONS = """
const height = (text) => {
  const drawn = text.ownerSVGElement;
  const scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
  return scale * parseFloat(text.getAttribute('font-size'));
};
const scrolls = (part) => part.scrollWidth > part.clientWidth + 1
  && getComputedStyle(part).overflowX === 'auto' && !part.closest('#reader, h1');
return [
  Math.min(...[...document.querySelectorAll('svg text')]
    .filter((text) => text.getClientRects().length).map(height)),
  [...document.querySelectorAll('*')].filter(scrolls)
    .every((part) => part.tabIndex === 0 && part.getAttribute('aria-label')),
];
"""


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


def number(browser, *parts):
    """The first link below a figure whose address has all parts, its table unfolded."""
    css = "".join(f'[href*="{part}"]' for part in parts)
    link = one_of(browser, f".numbers .ways a{css}")
    browser.execute_script("arguments[0].closest('details').open = true", link)
    return link


def feature(browser, name):
    data = json.loads(one_of(browser, "#data").get_attribute("textContent"))
    return f"feature-{[described[0] for described in data['features']].index(name)}"


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
    link = number(two_page, "measure=hedging.rate", "source=Daily+Bridge")
    link.send_keys(Keys.ENTER)
    on = [box.get_attribute("id") for box in all_of(two_page, "#features input:checked")]
    assert on == [feature(two_page, "hedging")]
    assert "hedging" in one_of(two_page, "li.here mark").get_attribute("data-features")
    assert one_of(two_page, "#status").text.startswith("1 place in 1 sentence of 1 article")
    assert "Hedges" in one_of(two_page, "#only").text


def test_every_number_of_places_is_the_number_of_highlights(two_page):
    pairs = two_page.execute_script(
        """const pairs = [];
        for (const link of document.querySelectorAll('.numbers .ways a[href^="#read?"]')) {
          const said = /(\\d+) (place|sentence|use)/.exec(link.textContent);
          if (!said) continue;
          link.click();
          const status = document.getElementById('status').textContent;
          pairs.push([said[0].replace('use', 'place'), status]);
        }
        return pairs;"""
    )
    assert len(pairs) > 20
    for said, status in pairs:
        assert re.search(rf"\b{said}s?\b", status), (said, status)


def test_by_keyboard_alone_from_a_number_to_its_sentence_and_back(two_page):
    summary = one_of(two_page, "#figure-certainty-measures summary")
    summary.send_keys(Keys.ENTER)
    seen = []
    for _ in range(8):
        two_page.switch_to.active_element.send_keys(Keys.TAB)
        focused = two_page.switch_to.active_element
        seen.append(focused)
        outline = focused.value_of_css_property("outline-style")
        assert outline != "none", "whoever tabs sees where they are"
        if focused.tag_name == "a":
            break
    assert "#read?" in focused.get_attribute("href")
    focused.send_keys(Keys.ENTER)
    inside_list = two_page.switch_to.active_element
    assert "number" in inside_list.get_attribute("class")
    assert inside_list.value_of_css_property("outline-style") != "none"
    inside_list.send_keys(Keys.ESCAPE)
    assert two_page.switch_to.active_element == focused


def test_words_can_be_looked_for(two_page):
    box = one_of(two_page, "#word")
    click(two_page, one_of(two_page, "#none"))
    box.send_keys("THE  BRIDGE", Keys.ENTER)
    assert [mark.text for mark in all_of(two_page, "#columns mark")] == ["the bridge"] * 2
    box.clear()
    box.send_keys("(a+)+$", Keys.ENTER)
    assert all_of(two_page, "#columns mark") == []
    assert complaints(two_page) == []


def test_a_note_in_a_figure_leads_to_its_sentence(two_page):
    link = one_of(two_page, "svg.speakers a")
    target = link.get_attribute("data-at")[1:]
    two_page.execute_script("arguments[0].focus()", link)
    two_page.switch_to.active_element.send_keys(Keys.ENTER)
    assert one_of(two_page, "li.here").get_attribute("id") == target


def test_articles_on_pages_beside_it_are_reached_from_files_on_disk(many_page):
    report = many_page.current_url
    link = number(many_page, "measure=hedging.rate")
    said = re.search(r"\d+ place", link.text)[0]
    shard = re.search(r"/report-articles/\d+\.html", link.get_attribute("href"))[0]
    link.send_keys(Keys.ENTER)
    drawn(many_page, shard)
    assert one_of(many_page, "#status").text.startswith(said)
    assert complaints(many_page) == []
    # The articles of one number are walked through, though only two are shown at a time.
    hits = int(said.split()[0])
    seen = {one_of(many_page, "li.here").get_attribute("id")}
    for _ in range(hits - 1):
        click(many_page, one_of(many_page, "#next"))
        seen.add(one_of(many_page, "li.here").get_attribute("id"))
    assert len(seen) == hits > 2
    click(many_page, one_of(many_page, "#back"))
    drawn(many_page, report)


def test_on_a_phone_letters_stay_readable_and_only_figures_scroll(browser, written):
    size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    for name in ("two", "hostile", "many"):
        opened(browser, written[name].as_uri())
        browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
        small, regions = browser.execute_script(LETTERS_AND_REGIONS)
        assert small >= 11
        assert regions, "whoever has no mouse can scroll what scrolls"
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_on_a_phone_a_figure_is_seen_whole(browser, written):
    size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    opened(browser, written["two"].as_uri())
    seen = [drawing for drawing in all_of(browser, ".drawing") if drawing.is_displayed()]
    assert len(seen) == len(all_of(browser, "figure"))
    wide = "return arguments[0].scrollWidth <= arguments[0].clientWidth"
    assert all(browser.execute_script(wide, drawing) for drawing in seen)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert sum(drawing.is_displayed() for drawing in all_of(browser, ".drawing")) == len(seen)


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


@pytest.mark.parametrize(
    ("name", "file", "scheme", "width"),
    [
        ("two", "report.html", "light", 1280),
        ("two", "report.html#s0-2", "dark", 1280),
        ("two", "report.html#read?measure=hedging.rate&source=River+Post", "light", 390),
        ("two", "report.html#s1-2", "dark", 390),
        ("many", "report.html", "dark", 1280),
        ("many", "report.html", "light", 390),
        ("many", "report-articles/001.html#read?measure=hedging.rate", "light", 390),
    ],
)
def test_no_serious_violation_of_accessibility(browser, written, name, file, scheme, width):
    pytest.importorskip("axe_selenium_python", reason="LOUD SKIP: axe-core is missing")
    axe = files("axe_selenium_python").joinpath("node_modules", "axe-core", "axe.min.js")
    media = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    opened(browser, written[name].parent.as_uri() + "/" + file)
    assert len(all_of(browser, "li.here")) == ("#" in file)
    # Rows of a table and figures of a kind are alike: what holds for the first holds for all.
    browser.execute_script(
        """document.querySelectorAll('details').forEach((folded) => { folded.open = true; });
        document.querySelectorAll('tr:nth-child(n + 6), .evidence li:nth-child(n + 6)')
          .forEach((row) => row.remove());
        const seen = new Set();
        for (const drawn of document.querySelectorAll('.drawing > svg')) {
          const kind = drawn.getAttribute('class');
          if (!drawn.getClientRects().length) continue;
          if (seen.has(kind)) [...drawn.children].slice(12).forEach((part) => part.remove());
          seen.add(kind);
        }"""
    )
    browser.set_script_timeout(120)
    browser.execute_script(axe.read_text("utf-8"))
    results = browser.execute_async_script(
        "const done = arguments[0]; axe.run(document).then(done, (e) => done({error: String(e)}))"
    )
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert "error" not in results, results
    assert len(results["passes"]) > 20
    grave = [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]][:3])
        for violation in results["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]
    assert grave == []


def test_the_page_prints(two_page):
    made = two_page.execute_cdp_cmd("Page.printToPDF", {})
    assert base64.b64decode(made["data"]).startswith(b"%PDF")
