"""How well mentions, their types and the chains of one entity agree with people's."""

from divergence.validation.entities.scores import score_entities

__all__ = ["score_entities"]
