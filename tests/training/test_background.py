import gzip
import json

from click.testing import CliRunner

from divergence.training.background import FILE_NAME, count_words, main, save


def test_words_are_cut_as_in_the_package_and_numbers_left_out():
    counts = count_words(["The mayor's 12 boats didn't sail.", "The boats!"])
    assert counts["the"] == counts["boats"] == 2
    assert counts["'s"] == counts["n't"] == 1
    assert "12" not in counts
    assert "." not in counts


def test_rare_words_are_left_out_and_bytes_repeat(tmp_path):
    counts = count_words(["one two two three three three"])
    first = save(counts, tmp_path, least=2).read_bytes()
    assert gzip.decompress(first).decode() == "#\t6\nthree\t3\ntwo\t2\n"
    assert save(counts, tmp_path, least=2).read_bytes() == first


def test_command_reads_plain_and_packed_rows(tmp_path):
    row = json.dumps({"text": "Rain fell. Rain fell again. Rain, rain, rain."}) + "\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text(row, encoding="utf-8")
    packed.write_bytes(gzip.compress(row.encode()))
    for path in (plain, packed):
        out = tmp_path / path.name.replace(".", "_")
        result = CliRunner().invoke(main, [str(path), "--out", str(out)])
        assert result.exit_code == 0, result.output
        assert gzip.decompress((out / FILE_NAME).read_bytes()).decode() == "#\t8\nrain\t5\n"
