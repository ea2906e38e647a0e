"""Harm: verbs and nouns that say that something is done to somebody, by who stands where.

Beside a noun of doing ("attack") the possessor acts and who stands behind "on" suffers; beside a
noun of suffering ("death") the possessor suffers.
"""

from __future__ import annotations

DOING = frozenset(
    "aggression ambush assault attack bombardment bombing crackdown incursion invasion offensive "
    "raid shelling strike airstrike".split()
)
SUFFERING = frozenset(
    "abduction arrest assassination beating burial capture conviction death defeat detention "
    "downfall execution eviction expulsion humiliation imprisonment injury kidnapping killing "
    "massacre murder ouster rout slaying suffering torture wounding".split()
)
TOWARD = frozenset({"on", "against", "at", "upon", "into"})

# What happens to the subject: who dies or suffers does not act.
UNDERGOING = frozenset(
    "bleed die drown endure faint incur perish starve succumb suffer sustain undergo".split()
)
# With an object they are acts: "the company drowned the valley".
ALSO_ACTS = frozenset({"bleed", "drown", "starve"})
# With these objects, or behind these prepositions, the subject suffers too: "came under fire",
# "fell victim", "lost 12 men", "took losses".
UNDERGOING_WITH = {
    "come": frozenset({"under"}),
    "fall": frozenset({"victim", "to"}),
    "lose": frozenset(
        "aircraft battle fighter ground life man member officer people person pilot plane "
        "serviceman ship soldier tank territory troop war worker".split()
    ),
    "take": frozenset("beating casualty fire hit loss".split()),
    "receive": frozenset("blow injury wound".split()),
}
# Participles of harm that a tagger takes for adjectives: "were slain".
HARMED = frozenset(
    "beaten besieged burned captured crippled crushed dead defeated displaced hurt injured killed "
    "maimed massacred murdered overrun routed slain slaughtered trapped wounded".split()
)
