"""What was found in several articles, as far as it concerns some of them."""

from __future__ import annotations

from tests.tui.invented import TEXTS, facts_of, telling_of
from tuireader import sources, story
from tuireader.report.documents import FORMS, WHATS, Material, export
from tuireader.report.scope import facts_within, telling_within
from tuireader.settings import paths
from tuireader.sources import from_text
from tuireader.story import Story

ARTICLES = tuple(from_text(text, id=name) for name, text in TEXTS.items())


def test_a_telling_says_nothing_of_other_articles() -> None:
    telling = telling_of(*ARTICLES)
    left = telling_within(telling, {"ferry", "tide"})
    assert [sorted(passage.articles) for passage in left.passages.passages] == [["ferry", "tide"]] * 2
    assert [story.articles for story in left.stories] == [("ferry", "tide")]
    assert set(left.shared) == {"ferry", "tide"}
    assert all("herald" not in (link.a.article, link.b.article) for link in left.passages.links)
    alone = telling_within(telling, {"tide"})
    assert not alone.passages.passages and alone.stories == (Story(1, ("tide",)),)
    assert telling_within(telling, {"ferry", "herald", "tide", "another"}) is telling
    assert not telling_within(telling, ()).stories


def test_facts_are_those_of_these_articles() -> None:
    facts = facts_of(*ARTICLES)
    left = facts_within(facts, {"ferry", "herald"})
    by_id = {fact.id: fact for fact in left.facts}
    assert by_id[1].verdict == "only"
    # The two that are left say the same.
    assert (by_id[2].verdict, by_id[2].compatible, by_id[2].wordings) == ("agree", None, 1)
    assert all(value.span.article != "tide" for fact in left.facts for value in fact.values)
    assert all(moment.told.article != "tide" for moment in left.timeline)
    assert all(mention.span.article != "tide" for mention in left.mentions)
    assert not facts_within(facts, ()).facts


def test_whoever_is_named_is_told_of_by_these_articles_alone() -> None:
    articles = sources.open([str(paths.find().seeds)]).articles
    telling = story.tell(articles)
    material = Material(articles, telling, story.know(articles, telling))
    for pick in ([0, 2], [1, 3, 4], [2]):
        ids = [articles[place].id for place in pick]
        left = material.within(ids)
        for entity in left.facts.entities:
            assert {naming.span.article for naming in entity.namings} <= set(ids)
            assert {article for article, _ in entity.roles} <= set(ids)
        assert len(left.facts.entities) < len(material.facts.entities)
        for form in FORMS:
            for what in WHATS:
                assert export(left, what, form)
