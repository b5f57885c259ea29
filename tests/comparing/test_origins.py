"""Article counts are not origin counts: the range from the fewest to the most, on invented folders."""

import pytest

from crosscheck import open_corpus


def chains(folder, texts):
    for number, text in enumerate(texts):
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(folder)
    return {label: [" ← ".join([group["citing"].iloc[0], *group["cited"]])
                    for _, group in corpus.chains[corpus.chains["article_id"] == article_id].groupby(
                        "chain_id", sort=False)]
            for article_id, label in zip(corpus.articles["article_id"], corpus.articles["label"], strict=True)}


def test_two_hops_become_one_chain(tmp_path):
    found = chains(tmp_path, ["The old bridge will close in June, according to the Evening Gazette, which cites the "
                              "Morning Herald.\n"])
    assert "000 ← the Evening Gazette ← the Morning Herald ← unnamed" in found["000"]


def test_a_bare_report_stands_for_the_outlet_cited_before(tmp_path):
    found = chains(tmp_path, ["The bridge will close, according to a report by the Morning Herald.\n\n"
                              "According to the report, the mayor agreed.\n"])
    assert any(chain.startswith("000 ← the Morning Herald") for chain in found["000"][1:])


def test_one_statement_relayed_by_another_is_nested(tmp_path):
    found = chains(tmp_path, ["The company noted that the Roads Department confirmed the closure.\n"])
    assert "000 ← The company ← the Roads Department" in found["000"]


@pytest.mark.parametrize("text, expected", [
    ("Zorka Okafor, owner of a pier, said she would wait. The pier is old.\n\n“It is late,” she said.",
     ["Zorka Okafor", "Zorka Okafor"]),
    ("Mayor Ann Lee said former Governor Bo Holm was right. He said nobody asked. The mayor said no.",
     ["Ann Lee", "Ann Lee"]),
    ("“We wait,” said Bo Holm.\n\nAnn Lee was already packing her boat. Then it rained.\n\n“It is late,” she said.",
     ["Bo Holm", "Ann Lee"]),
    ("Ann del Rio said it was late. Later del Rio said it was dark.", ["Ann del Rio", "Ann del Rio"]),
    ("Prices fell, according to a Reuters tally.", ["Reuters"]),
    ("Prices fell, according to figures compiled by the Harbour Institute.", ["the Harbour Institute"]),
    ("Organisers said the march was calm.", ["Organisers"]),
    ("A person close to the talks told the Morning Herald that it was late.",
     ["the Morning Herald ← A person close to the talks"]),
])
def test_all_the_sources_of_a_text(tmp_path, text, expected):
    assert [chain.removeprefix("000 ← ") for chain in chains(tmp_path, [text])["000"]] == expected


@pytest.mark.parametrize("outlet, expected", [("Harbour Times", ["000 ← Reuters"]), ("Reuters", []),
                                              ("Reuters (Web News)", [])])
def test_an_agency_in_the_dateline_is_an_origin_unless_it_is_the_outlet(tmp_path, outlet, expected):
    (tmp_path / "articles.csv").write_text(f"file,outlet\n000.txt,{outlet}\n", encoding="utf-8")
    found = chains(tmp_path, ["Pier closes\n\nLUND (Reuters) - The pier in Lund closed on Monday after a storm.\n"])
    assert found["000"] == expected


@pytest.mark.parametrize("note, expected", [
    ("Contributing: Ann Lee and Bo Holm; The Associated Press", ["The Associated Press"]),
    ("Information from Reuters and the Associated Press was used in this report.", ["Reuters", "Associated Press"]),
    ("Ann Lee in Detroit and Zorka Okafor contributed to this report.", []),
    ("Associated Press writer Ann Lee contributed to this report.", ["Associated Press"]),
    ("This article was published in partnership with the Morning Herald.", ["Morning Herald"]),
    ("Bo Holm of the Times contributed to this report.", []),
])
def test_notes_at_the_end_name_agencies_and_not_reporters(tmp_path, note, expected):
    (tmp_path / "articles.csv").write_text("file,outlet\n000.txt,Harbour Times\n", encoding="utf-8")
    found = chains(tmp_path, [f"Pier closes\n\nThe pier in Lund closed on Monday after a storm.\n\n{note}\n"])
    assert found["000"] == [f"000 ← {name}" for name in expected]


def test_the_samples_reading_has_a_range_not_a_number(corpus):
    many = corpus.origins[corpus.origins["articles"] >= 3]
    assert len(many) and (many["fewest"] <= many["articles"]).all()
    assert (corpus.origins["fewest"] <= corpus.origins["most"]).all()
    assert (corpus.origins["fewest"] >= 1).all()


@pytest.mark.parametrize("first, last", [("000", "The Information"), ("004", "Wall Street Journal")])
def test_the_samples_chains_reach_the_outlets_they_name(corpus, first, last):
    article = corpus.articles.set_index("label").loc[first, "article_id"]
    cited = corpus.chains.loc[corpus.chains["article_id"] == article, "cited"]
    assert cited.str.contains(last).any()


def test_four_articles_are_not_four_origins_in_the_sample(corpus):
    questions = corpus.questions.set_index("question_id")["question"]
    own = corpus.origins[corpus.origins["question_id"].map(questions).str.startswith("Which NATO networks")]
    ranges = {row.value: (row.articles, row.fewest, row.most, row.retracted) for row in own.itertuples()}
    assert ranges["unclassified"] == (4, 1, 4, [])
    assert ranges["classified"] == (1, 1, 1, ["Sam Altman"])
    assert not own["origins"].map(lambda names: "Reuters" in names)[own["value"] == "classified"].any()


def test_the_same_words_without_a_source_are_one_voice(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"Story {name}. The old tunnel under the river is four kilometres long and was dug by hand.\n")
    (tmp_path / "c.txt").write_text("It takes long to walk four kilometres in there.\n")
    (tmp_path / "codebook.toml").write_text(
        '[[question]]\nid = "long"\nquestion = "How long?"\nreadings = [{value = "four", patterns = ["four kilo"]}]\n')
    row = open_corpus(tmp_path).origins.iloc[0]
    assert (row.articles, row.most) == (3, 2) and "b says it in the words of a." in row.reasoning


@pytest.mark.parametrize("text, chain", [
    ("OLDPORT (Reuters) - The bridge will close, the mayor said.\n", "000 ← Reuters"),
    ("The bridge will close.\n\nThe Associated Press contributed to this report.\n", "000 ← The Associated Press"),
    ("The bridge will close, a witness told this newspaper.\n", "000 ← this newspaper ← a witness"),
    ("The carmaker Veltra met its staff. The company said it would move.\n", "000 ← Veltra"),
    ("Ann Lee, the mayor, spoke. Lee said the bridge would close.\n", "000 ← Ann Lee"),
    ("The Supreme Court met. The court ruled that the bridge was safe.\n", "000 ← Supreme Court"),
])
def test_whom_a_source_stands_for(tmp_path, text, chain):
    assert chain in chains(tmp_path, [text])["000"]


@pytest.mark.parametrize("text", [
    "Closing half of the quay, it reported a rise.\n", "The mayor has not confirmed that the bridge will close.\n",
    "The rollout promises a better bridge.\n", "The firm declined to comment on the bridge.\n",
])
def test_no_source_where_nobody_speaks(tmp_path, text):
    assert not chains(tmp_path, [text])["000"]


def test_a_remark_taken_back_is_named_and_not_counted(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Mayor Ann Lee said the bridge would close.\n\nA spokesman later clarified that Lee had misspoken.\n")
    back = open_corpus(tmp_path).chains
    assert back.loc[back["taken_back"].notna(), "cited"].tolist() == ["Ann Lee"]
