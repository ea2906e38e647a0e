"""Sentences that each feature must hit and must not hit; the contract test reads them.

Every feature needs three hits and three misses. A hit names the category and, where it helps, the
words that the evidence must cover; a miss names the category that must not be found, or none where
nothing of the feature may be found. All sentences are invented; the sides are Norland and Sudmark.
"""

from __future__ import annotations

from dataclasses import dataclass

from divergence.types import Side

SIDES = (
    Side("Norland", ("Norland", "Norlander", "Norlanders")),
    Side("Sudmark", ("Sudmark", "Sudmarkian", "Sudmarkians")),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which the feature must find the category, over ``words`` where they are given."""

    text: str
    category: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """A text in which the feature must not find the category, or anything where it is ""."""

    text: str
    category: str = ""


LONG = " ".join(f"The clerk counted item {number} twice ." for number in range(10))

EXAMPLES: dict[str, list[Hit | Miss]] = {
    "attribution": [
        Hit("The mayor said that the bridge was open.", "neutral", "said"),
        Hit("The mayor claimed that the bridge was open.", "distancing", "claimed"),
        Hit("The mayor confirmed that the bridge was open.", "endorsing", "confirmed"),
        Hit("The mayor feared that the bridge would close.", "belief", "feared"),
        Hit("The bridge was open, according to the mayor.", "according_to", "according to"),
        Miss("The bridge was open on Monday."),
        Miss("The fire claimed two houses.", "distancing"),
        Miss("Workers continued to paint the bridge."),
    ],
    "quotation": [
        Hit("“The bridge is open,” the mayor said.", "direct", "“The bridge is open,”"),
        Hit("The mayor said that the bridge was open.", "indirect", "that the bridge was open"),
        Hit("The mayor said the bridge was “in a very sorry state” now.", "mixed"),
        Miss("The bridge was open on Monday."),
        Miss("The so-called “summit” drew a crowd."),
        Miss('The plank was 10" long and dry.'),
    ],
    "speakers": [
        Hit("Ada Lin said that the bridge was open.", "named", "Ada Lin"),
        Hit("Two officials said that the bridge was open.", "role", "Two officials"),
        Hit("Mayor Ada Lin smiled. She said the bridge was open.", "named", "She"),
        Hit("They said that the bridge was open.", "unknown", "They"),
        Miss("The bridge was open on Monday."),
        Miss("Two officials painted the bridge."),
        Miss("The so-called “summit” drew a crowd."),
    ],
    "agency": [
        Hit("Norlander troops shelled the town.", "agent"),
        Hit("Rebels attacked Norlander troops.", "patient"),
        Hit("Norlander troops were attacked by rebels.", "patient"),
        Hit("The attack on Norland went on.", "patient"),
        Miss("It rained in Norland."),
        Miss("Norland is a country."),
        Miss("Norlander officials said that the bridge was open."),
        Miss("Norlander troops shelled the town.", "patient"),
    ],
    "passives": [
        Hit("Ten men were killed.", "agentless"),
        Hit("Ten men were saved by fishermen.", "with_agent"),
        Hit("Fishermen saved ten men.", "active"),
        Miss("It rained."),
        Miss("The bridge was long."),
        Miss("Fishermen saved ten men.", "agentless"),
    ],
    "figures": [
        Hit("The police said that 12 men were held.", "claimed", "12"),
        Hit("The city has about 70,000 residents.", "own", "about 70,000"),
        Hit("Between 20 and 30 houses burned.", "own", "Between 20 and 30"),
        Miss("The treaty was signed on March 6, 2019."),
        Miss("The gates open at 6 a.m. every day."),
        Miss("One of them left early."),
    ],
    "hedging": [
        Hit("The bridge may close on Friday.", "modal_verb", "may"),
        Hit("Perhaps the mayor will resign.", "adverb", "Perhaps"),
        Hit("A second leak is possible, the engineers said.", "adjective", "possible"),
        Hit("The results suggest that the pump failed.", "verb", "suggest"),
        Hit("The driver appears to have fallen asleep.", "verb", "appears"),
        Hit("There is a possibility that the road will flood.", "noun", "possibility"),
        Hit("About 300 workers walked out.", "approximator", "About"),
        Hit("Some 200 tents were pitched in the park.", "approximator", "Some"),
        Hit("It was not clear who had opened the gate.", "adjective", "not clear"),
        Hit("The claim could not be independently verified.", "verb"),
        Hit("The minister is said to be in hospital.", "verb", "said"),
        Hit("The alleged thief was seen in the harbor.", "adjective", "alleged"),
        Miss("The council met in May."),
        Miss("The show opens on May 5 in the old theater."),
        Miss("He wrote a long book about the war."),
        Miss("The army has the might of three divisions."),
        Miss("Workers loaded a can of paint."),
        Miss("The driver appeared in court on Monday.", "verb"),
        Miss("They left as soon as possible.", "adjective"),
        Miss("She assumed office in January.", "verb"),
        Miss("The crew walked around the lake."),
        Miss("There is no doubt that the dam broke.", "noun"),
        Miss("Some people stayed at home.", "approximator"),
        Miss("If the rain stops, the game goes on."),
    ],
    "boosters": [
        Hit("Clearly the plan has failed.", "adverb", "Clearly"),
        Hit("There is no doubt that the dam broke.", "adverb", "no doubt"),
        Hit("The mill was utterly destroyed.", "amplifier", "utterly"),
        Hit("The tests prove that the water is safe.", "verb", "prove"),
        Hit("The guards must have known.", "modal_verb", "must"),
        Hit("That cannot be true.", "modal_verb"),
        Hit("Defeat is inevitable.", "adjective", "inevitable"),
        Miss("It is not clear who opened the gate."),
        Miss("Visitors must pay at the door."),
        Miss("Residents cannot leave the island."),
        Miss("Make sure the door is shut."),
        Miss("Certain birds nest on the cliff."),
        Miss("The museum will show paintings next week."),
    ],
    "labels": [
        Hit("The regime arrested two editors.", "contested_label", "regime"),
        Hit("A freedom fighter spoke to the crowd.", "contested_label", "freedom fighter"),
        Hit("The so-called council met again.", "scare_marker", "so-called"),
        Hit("It was a barbaric raid on the village.", "evaluative_adjective", "barbaric"),
        Hit("Troops slaughtered the prisoners.", "emotive_verb", "slaughtered"),
        Hit("The vote was a farce.", "contested_label", "farce"),
        Hit("The raid was a disgrace.", "evaluative_noun", "disgrace"),
        Miss("The government arrested two editors."),
        Miss("The council met again on Tuesday."),
        Miss("She lives on Hawk Street."),
        Miss("Soldiers crossed the river at dawn."),
    ],
    "uncertainty": [
        Hit("The bridge may close on Friday.", "cue", "may"),
        Hit("The ferry will probably be late.", "cue", "probably"),
        Hit("If the rain stops, the game goes on.", "cue", "If"),
        Hit("It is unclear who opened the gate.", "cue", "unclear"),
        Miss("The council met in May."),
        Miss("They talked about the war."),
        Miss("The dog barked at the mayor."),
        Miss("Workers loaded a can of paint."),
    ],
    "certainty": [
        Hit("The bridge may close on Friday.", "lowers", "may"),
        Hit("Tea might help some patients.", "lowers", "might"),
        Hit("The ferry left at noon.", "base"),
        Miss("The ferry left at noon.", "lowers"),
        Miss("The council met on Monday.", "lowers"),
        Miss("...", "base"),
    ],
    "loaded": [
        Hit("The shameless regime lied to its people again.", "word", "shameless"),
        Hit("His ridiculous and hateful rant disgusted decent people.", "word"),
        Hit("Radical thugs terrorize innocent families.", "word"),
        Miss("The council met on Monday."),
        Miss("The company shed 300 jobs."),
        Miss("The report was published in March."),
    ],
    "sentiment": [
        Hit("Norland won praise for its generous help.", "positive"),
        Hit("Sudmark committed a terrible crime.", "negative"),
        Hit("Norland borders the river.", "neutral"),
        Miss("The harvest was wonderful this year."),
        Miss("A terrible storm sank the ferry."),
        Miss("Norland won praise for its generous help.", "negative"),
        Miss("Sudmark committed a terrible crime.", "positive"),
    ],
    "frames": [
        Hit("The two armies clashed near the bridge.", "conflict", "clashed"),
        Hit("The parties signed a truce in Geneva.", "resolution", "truce"),
        Hit("The widow wept at the grave of her son.", "human_interest", "widow"),
        Hit("The bishop called the law immoral.", "morality", "immoral"),
        Hit("Unemployment rose for a third month.", "economic", "Unemployment"),
        Miss("The ferry left at noon."),
        Miss("Rain fell on the hills."),
        Miss("The clock on the tower is green."),
        Miss("The parties signed a truce in Geneva.", "economic"),
    ],
    "wording": [
        Hit("Two men left.", "words", "Two men left"),
        Hit("The ferry left at noon.", "grade"),
        Hit(LONG, "ttr"),
        Hit(LONG, "windows"),
        Miss("The ferry left at noon.", "ttr"),
        Miss("Two men left.", "windows"),
        Miss("...", "words"),
        Miss("?!", "grade"),
    ],
}
