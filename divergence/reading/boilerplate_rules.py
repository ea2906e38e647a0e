"""The rules by which lines are taken for boilerplate, each with a line it takes and one it keeps.

A rule takes whole lines only, and none that could be a sentence of the report: what holds quoted
words, or a verb of saying, stays whatever else it looks like. A caption that stays does less harm
than a sentence that goes.
"""

from __future__ import annotations

from dataclasses import dataclass

from divergence.reading.dates import AT_START

__all__ = ["RULES", "Rule"]


MAX_WORDS = 40
MAX_LENGTH = 300
_NAME = r"[A-Z][\w.'’&-]*"
_PERSON = rf"{_NAME}(?: (?:{_NAME}|of|the|de|van|von|al|bin)){{0,5}}"
_AND = r"(?:,? (?:and|&) |, |; | / |/)"
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|messenger|instagram|threads"
    r"|bluesky|mastodon|e-?mail|print|sms|flipboard|copy link|link copied|copied)"
)
_NETWORKS = rf"{_NETWORK}(?:{_AND}{_NETWORK})*"
_THIS = r"(?: (?:this|the)(?: (?:article|story|page|post|piece|content|video))?)?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?,? (?:on )?)?"
_PICTURE = r"(?:photo(?:graph(?:er)?)?|picture|image|illustration|graphic|video)s?(?: credit)?"
_OWNERS = rf"(?:by |: ?|© ?|courtesy of ){_NAME}(?:[ /,|&]+(?:{_NAME}|of|for|via|and|the))*"
_AGENCY = (
    r"(?:AFP|AP(?: Photo)?|EPA(?:-EFE)?|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy"
    r"|Anadolu|Bloomberg|Xinhua|Handout|Pool|PA(?: Wire)?)"
)
_OFFER = (
    r"(?: now| here| today)?(?: to| for| with)? (?:our|the|your|a|free|all|breaking|more|daily)\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes
    ----------
    name : str
        What switches it off in ``config.toml``.
    takes : str
        What it takes, in words.
    removes, keeps : str
        A line that it removes, and one like it that it keeps.
    pattern : str
        A regular expression that the whole line must match; empty for the rule that compares the
        articles of a source.
    """

    name: str
    takes: str
    removes: str
    keeps: str
    pattern: str = ""


def _any(*patterns: str) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


RULES: tuple[Rule, ...] = (
    Rule(
        "share",
        "buttons and links to share, follow, print or comment",
        "Share this article on Facebook",
        "Share prices fell on Monday",
        _any(
            rf"(?i:(?:share|tweet|e-?mail|print|save|bookmark){_THIS}"
            rf"(?: (?:on|via|by|with|to) {_NETWORKS})?[:!.]?)",
            rf"(?i:{_NETWORK}(?:(?:{_AND}| ){_NETWORK})+|facebook|twitter|whatsapp|copy link)",
            rf"(?i:follow (?:us|me) (?:on|at) {_NETWORKS}[.!:]?(?: ?@\w+)?)",
            r"(?i:(?:view|leave|show|add|post|see)(?: a| all| your)? comments?(?: ?\(\d+\))?)",
            r"(?i:\d+ (?:comments?|shares?)|comments? ?\(\d+\)|comments?:? \d+|have your say)",
            r"(?i:join the (?:conversation|discussion))",
        ),
    ),
    Rule(
        "bylines",
        "who wrote it, and when it was put up",
        "By Ada Lin and Jo Berg",
        "By Monday evening the bridge was open again.",
        _any(
            rf"(?:By|BY|Written by|Text by|Words by) {_NAME} {_PERSON}(?:{_AND}{_PERSON}){{0,5}}"
            rf"(?: in {_PERSON})?",
            rf"\(?(?:Additional )?[Rr]eporting by {_PERSON}"
            rf"(?:{_AND}(?:[Ww]riting by |[Ee]diting by )?{_PERSON}){{0,8}}\)?\.?",
            r"(?i:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:? )"
            rf"{_CLOCK}(?i:{AT_START.pattern})",
            r"(?i:(?:reading time:? )?\d+[ -]min(?:ute)?s? read|reading time:? \d+ min(?:ute)?s?)",
        ),
    ),
    Rule(
        "links",
        "links to other articles, videos and galleries",
        "Read more: How the strait froze over",
        "Read more slowly, the judge asked the clerk.",
        _any(
            r"(?i:(?:read|see|find out|learn) (?:more|also|next)(?: here| on this(?: story| topic)?"
            r"| stories)?[:.…»>→]*)",
            r"(?i:read more|read also|also read|see also|see more|read next|more on this|related"
            r"(?: (?:articles?|stories|story|coverage|content|news|topics?))?|recommended"
            r"(?: stories)?|don['’]t miss)(?i: ?[:|»>→–—] ?\S[^\n]{0,160}(?<![.]))",
            r"(?i:(?:related|more) (?:articles?|stories|coverage|content|topics|on this(?: story"
            r"| topic)?|like this):?|related:?)",
            r"(?i:(?:recommended|most (?:read|popular|viewed)|editors?['’]s? picks?|top stories"
            r"|trending(?: now)?|you (?:may|might) also (?:like|be interested in))(?: stories)?:?)",
            r"\(? ?(?:WATCH|LISTEN|VIDEO|GALLERY|PODCAST|(?:IN )?PICTURES|PHOTOS|READ|MORE|RELATED)"
            r"(?: MORE| ALSO| NOW)? ?[:|»>] ?\S[^\n]{0,160}",
            r"(?i:click here (?:to|for) [^!?\n]{1,80}!?)",
            # The title of another article, with its link.
            r"[^\n.]{10,160} Read more",
        ),
    ),
    Rule(
        "captions",
        "captions that end in a picture's credit, and credits alone",
        "The port after the storm. Photo: Jo Berg/AFP",
        "The show opens with a photo by Jo Berg.",
        _any(
            rf"\(?(?i:(?:file )?{_PICTURE}) ?{_OWNERS}\)?\.?",
            rf"[A-Z][^\n]{{5,220}}(?:(?<=[.!?)”]) |\s?[(\[|–—] ?)"
            rf"(?i:(?:file )?{_PICTURE}) ?{_OWNERS}[)\]]?\.?",
            rf"[A-Z][^\n]{{5,220}} (?:Photo(?:graph)?|Picture|Image|PHOTO|Credit|CREDIT): ?{_NAME}"
            rf"(?:[ /,|&]+(?:{_NAME}|of|for|via|and|the))*",
            rf"[A-Z][^\n]{{5,220}} [(\[](?:File: ?)?{_PERSON} ?/ ?{_AGENCY}[)\]]",
            rf"[(\[]?{_PERSON} ?/ ?{_AGENCY}(?: ?(?:/|via) ?{_AGENCY})*[)\]]?",
            rf"{_AGENCY}(?: ?(?:/|via) ?{_AGENCY})+|(?i:getty images|image source|image caption)",
            r"(?i:(?:hide|show|toggle|open|view|enlarge) (?:caption|image|this image|full ?screen"
            r"|gallery))",
        ),
    ),
    Rule(
        "prompts",
        "newsletters, subscriptions, apps, appeals for money",
        "Sign up for our morning newsletter",
        "Sign up by Friday, the council told the ferry's crew.",
        _any(
            rf"(?i:(?:sign up|subscribe|register|get|download|join|try|follow){_OFFER}"
            r"[^\n]{0,140}\b(?:newsletters?|briefing|app|inbox|podcasts?|news alerts"
            r"|(?:our|whatsapp|telegram|youtube) channel)\b[^\n]{0,80})",
            r"(?i:(?:sign up|subscribe)(?: here)? to (?:get|receive)\b[^\n]{0,100})",
            r"(?i:(?:subscribe|sign up|register)(?: now| here| today)?|sign in|log in)[.!:]?",
            r"(?i:become a (?:member|subscriber|supporter)[^\n]{0,60}"
            r"|already a (?:subscriber|member)\?[^\n]{0,60})",
            r"(?i:(?:please )?(?:support|help fund) (?:our|independent|quality) (?:\w+ ){0,2}"
            r"journalism[^\n]{0,80})",
            r"(?i:thank you for (?:reading|registering|signing up|subscribing)[^\n]{0,60})",
            r"(?i:this (?:article|story|content) is (?:only )?(?:for|available to) subscribers"
            r"(?: only)?\.?)",
        ),
    ),
    Rule(
        "copyright",
        "copyright lines and terms of use",
        "© 2023 Strait Post. All rights reserved.",
        "Copyright Act of 1976, the song's owner and the law",
        _any(
            r"(?:© ?|(?i:copyright) ?(?:© ?|\(c\) ?)?(?=\d)|\(c\) ?(?=\d))(?:(?:19|20)\d\d"
            r"(?:[-–]\d{2,4})?,? )?(?:by )?[A-Z][^\n.]{1,80}\.?(?: (?i:all rights reserved)\.?)?",
            r"(?i:[^\n]{0,120}\ball rights reserved\.?(?: [^\n]{0,160}(?:permission|prohibited"
            r"|redistribut\w+)[^\n]{0,60})?)",
            r"(?i:this material may not be (?:published|reproduced)[^\n]{0,160})",
            r"(?i:(?:terms of (?:use|service)|privacy policy|cookie (?:policy|settings))"
            r"(?: ?(?:\||and|&|,|·) ?(?:terms of (?:use|service)|privacy policy|contact us|about us"
            r"|cookie (?:policy|settings)))*)",
        ),
    ),
    Rule(
        "ads",
        "marks of advertising",
        "Story continues below advertisement",
        "The advertisement ran for a week",
        _any(
            r"AD|(?i:story continue[ds] below\.?)",
            r"(?i:(?:advertisement|advertising|advert|sponsored(?: content| by [^\n]{1,40})?"
            r"|paid (?:post|content)|promoted|skip advertisement)[.:]?)",
            r"(?i:[-–—(\[]*\s*(?:story|article|report|text)?\s*continues? (?:reading )?"
            r"(?:below|after) (?:the |this )?(?:ad|advert|advertisement|(?:newsletter )?promotion)"
            r"\s*[-–—)\]]*)\.?",
            r"(?i:scroll (?:down )?to continue(?: reading)?)\.?",
        ),
    ),
    Rule(
        "repeated",
        "the same line in three articles of a source or more, and in half of all it has",
        "Strait Post live: all times local",
        "The bridge was built in 1931.",
    ),
)
NAMES: tuple[str, ...] = tuple(rule.name for rule in RULES)
REPEATED = "repeated"
