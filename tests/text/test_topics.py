"""What a story is about is said in the words of its titles."""

from tuireader.text.topics import topic


def test_a_story_is_about_what_most_titles_say_in_the_order_of_a_title() -> None:
    titles = ["Ferry sinks off Marrow Point", "Harbour in shock as ferry sinks", "A bakery closes"]
    assert topic(titles[:2]) == "Ferry sinks"
    assert topic([titles[2]]) == "A bakery closes"
    assert topic([titles[2], "Hens"]) == "Hens", "nothing in common: the shortest title"
    assert topic([]) == ""
