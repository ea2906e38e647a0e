"""Files of lists: every format, every encoding, and every slip with its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.errors import DivergenceError, InputError
from divergence.lexicons.word_list import Entry
from divergence.lists.lexicon import Lexicon

DIC = "%\n1\tverbs (Verbs of motion)\n\t02\tfast\n%\nrun*\t1\t2\nwalk\t01\nred alert\t2\n"


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def rows(path: Path) -> list[tuple[str, str, float]]:
    return [(e.term, e.category, e.weight) for e in Lexicon.from_file(path).entries]


def test_a_plain_list(tmp_path: Path) -> None:
    text = "# alarm\n\nPanic*\n  Red   Alert  # any\n#hashtag\nC#\n20,000\n"
    assert rows(write(tmp_path, "a.txt", text)) == [
        ("20,000", "term", 1.0),
        ("c#", "term", 1.0),
        ("panic*", "term", 1.0),
        ("red alert", "term", 1.0),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "term,category,weight\ngrim,Mood,-2\n\nred alert,Mood,0.5\n"),
        ("a.csv", '# mine\n"Weight";"WORD";"Category"\n-2;grim;Mood\n.5;"Red  alert";Mood\n'),
        ("a.tsv", "term\tcategory\tweight\ngrim\tMood\t-2\nred alert\tMood\t5e-1"),
        ("a.dicx", "DicTerm,Mood\ngrim,-2\nred alert,0.5\n"),
    ],
)
def test_tables(tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, name, text)
    assert rows(path) == [("grim", "mood", -2.0), ("red alert", "mood", 0.5)]
    assert Lexicon.from_file(path).labels == (("mood", "Mood"),)


def test_a_table_of_terms_only(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'term\n#metoo\n"one, two"\n')
    assert rows(path) == [("#metoo", "term", 1.0), ("one, two", "term", 1.0)]
    assert Lexicon.from_file(path).labels == ()


def test_wide_tables_mark_categories(tmp_path: Path) -> None:
    path = write(tmp_path, "a.dicx", "DicTerm,Stress,Rest\nstress*,X,\nslept,x,X\n")
    assert rows(path) == [
        ("slept", "rest", 1.0),
        ("slept", "stress", 1.0),
        ("stress*", "stress", 1.0),
    ]
    assert Lexicon.from_file(path).match == "word"


@pytest.mark.parametrize("name", ["a.dic", "a.txt"])
def test_a_dictionary(tmp_path: Path, name: str) -> None:
    lexicon = Lexicon.from_file(write(tmp_path, name, DIC))
    assert [(e.term, e.category) for e in lexicon.entries] == [
        ("red alert", "fast"),
        ("run*", "fast"),
        ("run*", "verbs"),
        ("walk", "verbs"),
    ]
    assert lexicon.labels == (("fast", "fast"), ("verbs", "Verbs of motion"))
    assert lexicon.match == "word"
    assert Lexicon.from_file(tmp_path / name, match="lemma").match == "lemma"


def test_conditions_of_old_dictionaries_are_left_out_with_a_note(tmp_path: Path) -> None:
    text = (
        "%\n1\ta\n2\tb\n3\tempty\n%\nlike\t(02 134)125/464\t1\nkind\t(of)131/135\t2\n"
        "sort\t<of>131/125\n(of) them\t1\nplain 1 2\n:)\t1\n"
    )
    lexicon = Lexicon.from_file(write(tmp_path, "a.dic", text))
    assert {(e.term, e.category) for e in lexicon.entries} == {
        ("like", "a"),
        ("kind", "b"),
        ("plain", "a"),
        ("plain", "b"),
        (":)", "a"),
    }
    assert [(note.line, note.kind) for note in lexicon.notes] == [
        (6, "in part"),
        (7, "in part"),
        (8, "left out"),
        (9, "left out"),
        (0, "left out"),
    ]
    assert "nothing is left of it" in lexicon.notes[2].text
    assert "'empty' has no terms" in lexicon.notes[4].text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, ends: str) -> None:
    text = "term,category\ncafé*,Où\nnaïve,Où\npanic,Où\n".replace("\n", ends)
    path = write(tmp_path, "a.csv", text.encode(encoding))
    assert rows(path) == [("café*", "où", 1.0), ("naïve", "où", 1.0), ("panic", "où", 1.0)]


def test_line_ends_do_not_change_the_digest_and_words_do(tmp_path: Path) -> None:
    digests = [
        Lexicon.from_file(write(tmp_path, "a.txt", text)).digest
        for text in ("up\ndown\n", "up\r\ndown\r\n", "up\ndawn\n")
    ]
    assert digests[0] == digests[1] != digests[2]
    given = [Lexicon.from_words("a", words).digest for words in (["up", "x"], ["X", "up"], ["up"])]
    assert given[0] == given[1] != given[2]


def test_what_is_there_twice_counts_once_with_a_note(tmp_path: Path) -> None:
    lexicon = Lexicon.from_file(write(tmp_path, "a.txt", "flood\nrain\nFLOOD\nflood \n"))
    assert lexicon.terms == ("flood", "rain")
    assert [str(note) for note in lexicon.notes] == [
        "line 3: 'flood' is in line 1 already; it counts once.",
        "line 4: 'flood' is in line 1 already; it counts once.",
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "", "the list holds no terms; write one a line."),
        ("a.txt", "# nothing\n\n", "the list holds no terms"),
        ("a.txt", "up\n*\n", "line 2: '*': a lone '*' would match every word"),
        ("a.txt", "up\nred *\n", "line 2: 'red *': a lone"),
        ("a.txt", "*ing\n", "line 1: '*ing': '*' is understood only at the end"),
        ("a.txt", "a**\n", "only at the end"),
        ("a.txt", "up, down\n", "line 1: 'up, down' holds a tab or a comma; write one term a"),
        ("a.txt", "up\t2\n", "holds a tab or a comma"),
        ("a.txt", "x" * 201, "has 201 characters; a term has at most 200"),
        ("a.csv", "", "the table is empty; name the columns in the first row"),
        ("a.csv", "term\n", "the list holds no terms"),
        ("a.csv", "up,2\n", "line 1: name the columns in the first row: term and"),
        ("a.csv", "term,wieght\nup,2\n", "unknown column 'wieght'; did you mean 'weight'?"),
        ("a.csv", "term,word\nup,2\n", "there are two columns 'term'; keep one"),
        ("a.csv", "term,weight\nup,2\ndown,two\n", "line 3: weight 'two' must be a number"),
        ("a.csv", "term;weight\nup;0,5\n", "weight '0,5' must be a number such as 0.5"),
        ("a.csv", "term,weight\nup,\n", "every row needs one"),
        ("a.csv", "term,weight\nup,nan\n", "line 2: the weight of 'up' must be a number"),
        ("a.csv", "term,weight\nup,inf\n", "must be a number"),
        ("a.csv", "term,weight\nup,1\nUP,2\n", "line 3: 'up' is in line 2 already, with weight 1"),
        ("a.csv", "term,category\nup,\n", "line 2: 'up' has no category; give it one"),
        ("a.csv", "term,category\nup,!!\n", "category '!!' has no letter or digit"),
        (
            "a.csv",
            "term,category\nup,Fear\ndown,fear\n",
            "line 3: category 'fear' is 'Fear' in line",
        ),
        ("a.csv", "term,category\n,Fear\n", "line 2: the term is empty"),
        ("a.csv", "term,category\nup,a,b\n", "line 2: 3 cells for 2 columns"),
        ("a.csv", 'term,category\n"up,a\n', "line 2: broken CSV"),
        ("a.dicx", "DicTerm,,A\nup,X,\n", "line 1: every column after DicTerm must name"),
        ("a.dicx", "DicTerm,A,A\nup,X,\n", "line 1: category 'A' has two columns"),
        ("a.dicx", "DicTerm,A\nup,yes\n", "line 2: 'yes' below 'A' is neither X nor a weight"),
        ("a.dicx", "DicTerm,A\nup,\n", "line 2: 'up' is in no category; mark one with X"),
        ("a.dic", "", "the opening '%' is missing"),
        ("a.dic", "up\t1\n", "line 1: the opening '%' is missing; put the numbered"),
        ("a.dic", "%\n1\ta\nup\t1\n", "the closing '%' is missing"),
        ("a.dic", "%\na\n%\nup\t1\n", "line 2: 'a' declares no category; write its number"),
        ("a.dic", "%\n1\ta\n1\tb\n%\nup\t1\n", "line 3: number 1 is declared twice"),
        ("a.dic", "%\n1\ta\n2\ta\n%\nup\t1\n", "line 3: category 'a' is declared twice"),
        ("a.dic", "%\n1\ta\n%\nup\t7\n", "line 4: 'up' has category 7, which is not declared"),
        ("a.dic", "%\n1\ta\n%\nup\n", "line 4: 'up' has no category; write the term, a tab"),
        ("a.dic", "%\n1\ta\n%\nup\ta\n", "line 4: 'up' is followed by 'a', which is no number"),
        ("a.dic", "%\n1\ta\n%\n", "the list holds no terms"),
        ("a.YML", "- up\n", "lists ending in '.YML' are not read. Save it as a plain list"),
        ("a.txt", b"%PDF-1.7 up", "not text: it is a PDF document. Save the list as UTF-8 text."),
        ("a.txt", b"\x00\x01\x02\x03", "not text"),
        ("a.txt", "café ".encode() + b"\xff\xfe\xe9", "invalid UTF-8"),
    ],
)
def test_a_slip_is_one_line_with_file_line_and_remedy(
    tmp_path: Path, name: str, text: str | bytes, message: str
) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(InputError) as caught:
        Lexicon.from_file(path)
    said = str(caught.value)
    assert said.startswith(str(path))
    assert message in said
    assert "\n" not in said


def test_the_first_of_several_slips_is_said_with_their_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "*\nup\n*a\n,\n")
    with pytest.raises(InputError, match=r"line 1: .* 2 more: see `divergence lexicon check .*a"):
        Lexicon.from_file(path)
    with pytest.raises(InputError) as caught:
        Lexicon.from_words("mine", ["*", "*a"])
    assert "(1 more)" in str(caught.value)
    assert "lexicon check" not in str(caught.value)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.txt", tmp_path):
        with pytest.raises(InputError, match=r"cannot be opened|is a folder"):
            Lexicon.from_file(path)


def read(path: Path) -> bool:
    """Whether a list comes of a file, or a message that names it."""
    try:
        return bool(Lexicon.from_file(path).entries)
    except DivergenceError as error:
        return str(error).startswith(str(path))


@given(data=st.binary(max_size=200), ending=st.sampled_from([".txt", ".csv", ".dic", ".dicx"]))
def test_any_bytes_give_a_list_or_a_message(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"a{ending}"
    path.write_bytes(data)
    assert read(path)


LINE = st.sampled_from(["%", "1\ta", "2\tb", "up\t1", "up*\t1\t2", "\t", "x", "1", "%%", "a\t9"])


@given(lines=st.lists(LINE, max_size=10))
def test_any_lines_of_a_dictionary_give_a_list_or_a_message(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.dic"
    path.write_text("\n".join(lines))
    assert read(path)


def test_entries_do_not_depend_on_the_order_of_lines(tmp_path: Path) -> None:
    head, *body = "term,category\nup,A\ndown*,B\nup,B\nred alert,A\n".splitlines()
    turned = "\n".join([head, *reversed(body)])
    one = Lexicon.from_file(write(tmp_path, "a.csv", "\n".join([head, *body])))
    assert Lexicon.from_file(write(tmp_path, "a.csv", turned)).entries == one.entries
    assert one.entries[0] == Entry("down*", "b")
