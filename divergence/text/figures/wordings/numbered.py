"""What is told apart by a number behind it: "gate 4", "Route 9", "Proposition 8"."""

from __future__ import annotations

NUMBERED = frozenset(
    "act amendment annex apartment area article bay berth block booth building bus cabin car "
    "carriage case channel chapter checkpoint class clause coach corridor court counter day deck "
    "district dock door exit exhibit figure flight floor formula gate grade group hall highway "
    "interstate item junction lane level line lock lot measure module motorway page panel "
    "paragraph part phase pier pit platform precinct prop proposition quay question reactor "
    "resolution room route row rule runway season seat section sector shed stage stairwell stand "
    "station step studio table terminal title track train tram tunnel turbine type unit version "
    "volume ward warehouse week well wing zone".split()
)
# Abbreviations that only stand before such a number.
LABELS = frozenset(
    "no. nos. no number numbers # h.r. hr s.b. sb h.b. hb ch. pp. p. vol. fig. art. sec. u.n.s.c. "
    "covid top radio".split()
)
