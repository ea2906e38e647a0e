"""What a report needs of each article beside its numbers; measuring collects it."""

from divergence.measuring.material import Material, Spoken, collect

__all__ = ["Material", "Spoken", "collect"]
