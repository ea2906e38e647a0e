"""Nothing is dropped silently: inputs in are articles plus rejections."""

from __future__ import annotations

import gzip
import json
import os
import tempfile
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.errors import InputError
from divergence.reading import acceptance, iter_read, read
from divergence.reading import folder as folders
from divergence.reading.draft import Draft, InputFile
from divergence.types import Article

BODY = "The bridge is closed, the mayor said. Nobody knows when it will open again."


def reasons(folder: Path) -> dict[str, str]:
    return {rejection.path: rejection.reason for rejection in read(folder).rejections}


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "my articles").mkdir()
    with pytest.raises(InputError, match=r"no such file or folder; did you mean '.*my articles'\?"):
        read(tmp_path / "my artciles")
    with pytest.raises(InputError, match=r"no such file or folder\. Check"):
        read(tmp_path / "nowhere")
    with pytest.raises(InputError, match="holds no files"):
        read(tmp_path)
    (tmp_path / ".hidden.txt").write_text(BODY)
    with pytest.raises(InputError, match="holds no files"):
        iter_read(tmp_path)


def test_only_empty_files_are_all_listed(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.html", "d.json", "e.jsonl", "f.csv"):
        (tmp_path / name).write_text("")
    corpus = read(tmp_path)
    assert corpus.articles == ()
    assert corpus.n_in == 6
    assert all(rejection.remedy for rejection in corpus.rejections)


def test_order_and_identifiers_of_a_deep_folder(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.md", "b/c/three.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{BODY} {name}.")
    assert [article.id for article in read(tmp_path).articles] == [
        "a.txt", "b/c/three.txt", "b/one.md", "b/two.txt",
    ]  # fmt: skip


def test_what_is_no_article_says_so(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(BODY)
    (tmp_path / "config.toml").write_text("")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / "noending").write_text(BODY)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "renamed.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "long.txt").write_text("a" * 5_000_000)
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "numbers.txt").write_text("12 34 56")
    (tmp_path / "kept.TXT").write_text(BODY)
    corpus = read(tmp_path)
    assert [article.id for article in corpus.articles] == ["kept.TXT"]
    found = reasons(tmp_path)
    assert len(found) == corpus.n_in - 1 == 9
    assert found["README.md"] == found["config.toml"] == "not an article: it describes the folder"
    assert found["scan.pdf"] == "files ending in '.pdf' are not read"
    assert found["noending"] == "no ending"
    assert "not text" in found["binary.txt"]
    assert "PDF" in found["renamed.txt"]
    assert found["long.txt"].startswith("too long for one article: 5,000,000 characters")
    assert "empty" in found["blank.txt"]
    assert "no words" in found["numbers.txt"]
    remedies = {rejection.path: rejection.remedy for rejection in corpus.rejections}
    assert ".jsonl" in remedies["scan.pdf"]


def test_a_file_that_is_asked_for_by_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(BODY)
    assert len(read(tmp_path / "README.md").articles) == 1


def test_the_same_text_twice(tmp_path: Path) -> None:
    rows = [
        {"source": "Oslund Times", "text": BODY},
        {"source": "Oslund Times", "text": BODY.replace(" ", "\n ").upper()},
        {"source": "Strait Post", "text": BODY},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    corpus = read(path)
    assert [article.source for article in corpus.articles] == ["Oslund Times", "Strait Post"]
    assert corpus.rejections[0].path == "a.jsonl:2"
    assert "same text as a.jsonl:1" in corpus.rejections[0].reason


def test_file_names_alone_do_not_make_two_sources_of_one_text(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    corpus = read(tmp_path)
    assert [article.source for article in corpus.articles] == ["a"]
    (rejection,) = corpus.rejections
    assert rejection.path == "b.txt"
    assert rejection.reason.startswith("same text as a.txt")
    assert "name the source" in rejection.remedy


def test_a_stated_source_may_print_what_a_file_without_one_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.json").write_text(json.dumps({"source": "Strait Post", "text": BODY}))
    (tmp_path / "c.json").write_text(json.dumps({"source": "A", "text": BODY}))
    corpus = read(tmp_path)
    assert [article.source for article in corpus.articles] == ["a", "Strait Post"]
    assert corpus.rejections[0].reason == "same text as a.txt, from the same source"


def test_a_refused_copy_does_not_stand_in_the_way_of_a_stated_source(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / "c.json").write_text(json.dumps({"source": "b", "text": BODY}))
    assert [article.source for article in read(tmp_path).articles] == ["a", "b"]


def test_identifiers_are_made_unique(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": "x", "text": f"{BODY} {n}"}) for n in range(3)))
    assert [article.id for article in read(path).articles] == ["x", "x-2", "x-3"]


def test_another_language_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Le maire a dit lundi que le pont resterait fermé et que les habitants de la ville "
        "devraient attendre encore la fin des travaux prévus par la région."
    )
    assert reasons(tmp_path)["a.txt"] == "not English: language 'fr', probability 1.00"


def test_links(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(BODY)
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    corpus = read(tmp_path)
    assert [article.id for article in corpus.articles] == ["inner/a.txt"]
    found = reasons(tmp_path)
    assert "leads nowhere" in found["gone.txt"]
    assert "not a regular file" in found["pipe.txt"]
    assert "link back" in found["inner/loop"]
    assert "leads nowhere" in read(tmp_path / "gone.txt").rejections[0].reason


def test_what_may_not_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut.txt").write_text(BODY)
    iterdir, read_bytes = Path.iterdir, Path.read_bytes

    def shut_folder(path: Path) -> Iterator[Path]:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    def shut_file(path: Path) -> bytes:
        if path.name == "shut.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "iterdir", shut_folder)
    monkeypatch.setattr(Path, "read_bytes", shut_file)
    corpus = read(tmp_path)
    assert len(corpus.articles) == 1
    assert reasons(tmp_path) == dict.fromkeys(
        ("shut", "shut.txt"), "cannot be opened: permission denied"
    )


def test_a_link_to_where_nobody_may_look_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "elsewhere").write_text(BODY)
    stat = Path.stat

    def no_look(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "elsewhere":
            raise PermissionError(13, "Permission denied")
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", no_look)
    assert len(read(tmp_path).articles) == 1
    assert reasons(tmp_path) == {"elsewhere": "cannot be opened: permission denied"}


def test_a_very_long_title_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "t" * 10_000, "text": BODY}))
    assert len(read(path).articles[0].title) == 10_000


def test_a_first_line_that_repeats_the_title_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "Bridge Closed", "text": f"Bridge closed\n\n{BODY}"}))
    assert read(path).articles[0].text == BODY


def test_rows_are_not_held(tmp_path: Path) -> None:
    def peak(n_rows: int) -> int:
        path = tmp_path / f"{n_rows}.jsonl.gz"
        rows = (json.dumps({"text": f"{n} {BODY}" * 40}) for n in range(n_rows))
        path.write_bytes(gzip.compress("\n".join(rows).encode()))
        tracemalloc.start()
        assert sum(isinstance(item, Article) for item in iter_read(path)) == n_rows
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(5)
    # 800 rows hold 2.5 MB of text; what is remembered of a row is well under 1 kB.
    assert peak(900) - peak(100) < 800_000


CONTENTS = st.one_of(
    st.just(BODY.encode()),
    st.just(json.dumps([{"text": BODY}, {"text": BODY}, 3]).encode()),
    st.just(b'{"text": "One."}\n{"text": "Two."}\nbroken\n'),
    st.just(b"source,text\nx,One.\ny,Two.\n"),
    st.binary(max_size=60),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")),
)
NAMES = st.sampled_from(["a", "b", "README", "sub/c", "sub/d"])
ENDINGS = st.sampled_from(
    [".txt", ".md", ".html", ".json", ".jsonl", ".jsonl.gz", ".csv", ".docx", ".rtf", ".pdf", ""]
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(NAMES, ENDINGS), CONTENTS, min_size=1, max_size=5))
def test_every_input_is_used_or_listed(files: dict[tuple[str, str], bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for (stem, ending), content in files.items():
            path = folder / f"{stem}{ending}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        corpus = read(folder)
        again = read(folder)
    assert corpus == again
    assert corpus.n_in >= len(files)
    places = [article.path for article in corpus.articles]
    places += [rejection.path for rejection in corpus.rejections]
    assert {place.split(":")[0] for place in places} == {f"{a}{b}" for a, b in files}
    assert len({article.id for article in corpus.articles}) == len(corpus.articles)
    assert all(article.text.strip() and article.source for article in corpus.articles)


@pytest.mark.needs_data
def test_the_two_real_articles(shared: Path) -> None:
    corpus = read(shared / "seeds")
    bare, loose = corpus.articles
    assert (bare.title, bare.date, bare.credit) == ("", None, "")
    assert bare.source == "000_685030874ad2494d"
    assert (loose.title, str(loose.date), loose.credit) == (
        "Ukraine and Russia Report Heavy Losses", "2023-03-13", "AFP",
    )  # fmt: skip
    assert loose.text.startswith("The eastern")
    assert not {"AFP", "2023-03-13", "Photo"} & set(loose.text.split())


@pytest.mark.needs_data
def test_no_english_article_of_a_corpus_is_taken_for_another_language(shared: Path) -> None:
    assert read(shared / "corpora" / "events" / "basil.dev.jsonl").rejections == ()


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (RuntimeError("no such state"), "something that its reader does not expect (RuntimeError)"),
        (ValueError("bad value"), "something that its reader does not expect (ValueError)"),
        (KeyError("body"), "something that its reader does not expect (KeyError)"),
        (RecursionError(), "nested too deep (RecursionError)"),
        (MemoryError(), "more memory than there is (MemoryError)"),
        # Inside a generator, Python makes another error of it.
        (StopIteration(), "something that its reader does not expect (RuntimeError)"),
    ],
)
@pytest.mark.parametrize("n_before", [0, 2])
def test_an_error_of_a_reader_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str, n_before: int
) -> None:
    def drafts(file: InputFile) -> Iterator[Draft]:
        for number in range(1, n_before + 1):
            yield Draft(f"{file.place}:{number}", file.stem, f"{BODY} It is row {number} of them.")
        raise error

    monkeypatch.setitem(folders.FORMATS, ".md", drafts)
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text(f"{BODY} {name}.")
    corpus = read(tmp_path)
    before = [f"b.md:{number}" for number in range(1, n_before + 1)]
    assert [article.id for article in corpus.articles] == ["a.txt", *before, "c.txt"]
    (rejection,) = corpus.rejections
    assert rejection.path == "b.md"
    assert rejection.reason.startswith("reading it failed: ")
    assert why in rejection.reason
    assert ("2 before it were read" in rejection.reason) == bool(n_before)
    assert rejection.remedy
    assert list(iter_read(tmp_path))[-2:] == [rejection, corpus.articles[-1]]


def test_a_reader_that_fails_at_once_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drafts(file: InputFile) -> Iterator[Draft]:
        raise StopIteration

    monkeypatch.setitem(folders.FORMATS, ".md", drafts)
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text(BODY)
    corpus = read(tmp_path)
    assert [article.id for article in corpus.articles] == ["b.txt"]
    assert [rejection.path for rejection in corpus.rejections] == ["a.md"]


def test_an_error_of_the_gate_costs_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = acceptance.parse_date

    def fails_on_a_day(text: str) -> date | None:
        if text == "a day":
            raise ValueError("no such day")
        return judged(text)

    monkeypatch.setattr(acceptance, "parse_date", fails_on_a_day)
    rows = [{"text": f"{BODY} {name}.", "date": day} for name, day in
            [("One", "2023-03-13"), ("Two", "a day"), ("Three", "2023-03-14")]]  # fmt: skip
    # A refused text does not stand in the way of its next copy.
    rows.append({"text": rows[1]["text"], "date": "2023-03-15"})
    (tmp_path / "b.json").write_text(json.dumps(rows))
    (tmp_path / "c.txt").write_text(BODY)
    corpus = read(tmp_path)
    assert [article.id for article in corpus.articles] == [
        "b.json:1", "b.json:3", "b.json:4", "c.txt",
    ]  # fmt: skip
    (rejection,) = corpus.rejections
    assert rejection.path == "b.json:2"
    assert "ValueError" in rejection.reason
    assert rejection.remedy
    assert rejection in list(iter_read(tmp_path))


def test_who_stops_the_program_stops_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drafts(file: InputFile) -> Iterator[Draft]:
        raise KeyboardInterrupt

    monkeypatch.setitem(folders.FORMATS, ".md", drafts)
    (tmp_path / "a.md").write_text(BODY)
    with pytest.raises(KeyboardInterrupt):
        read(tmp_path)
