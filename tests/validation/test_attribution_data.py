"""Attributions against the labelled corpus that lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from divergence.validation.attribution import score_attribution


@pytest.mark.needs_data
@pytest.mark.slow
def test_scores_on_articles_that_were_not_trained_on(shared: Path) -> None:
    metrics = score_attribution(shared / "corpora/attribution/polnear.dev.jsonl").metrics
    assert metrics["source_f1"] > 0.70
    assert metrics["cue_f1"] > 0.61
    assert metrics["content_f1"] > 0.83
    assert metrics["detected_f1"] > 0.70
    assert metrics["speaker_accuracy"] > 0.80
