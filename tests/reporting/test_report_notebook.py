"""Notebooks show a short summary in which article text stays text."""

import dataclasses


def test_a_report_shows_its_title_and_sentences(two):
    shown = two._repr_html_()
    assert two.title in shown
    assert "<li>" in shown
    assert len(shown) < 6000


def test_a_comparison_shows_its_sources(two):
    shown = two.comparison._repr_html_()
    assert all(profile.source in shown for profile in two.comparison.sources)
    assert "nan" not in shown


def test_untrusted_text_is_escaped(two):
    title = '<script>alert("x")</script>'
    profile = dataclasses.replace(two.comparison.sources[0], source=title)
    report = dataclasses.replace(
        two,
        title=title,
        comparison=dataclasses.replace(two.comparison, sources=(profile,)),
    )
    assert "<script" not in report._repr_html_() + report.comparison._repr_html_()
    assert "&lt;script" in report._repr_html_()
    assert "&lt;script" in report.comparison._repr_html_()
