from service.explanations import without_quotations


def test_the_words_of_both_sides_are_taken_from_the_front() -> None:
    told = "RT: “their words” The Post: “others” The Post has one thing, RT “another”."
    assert without_quotations(told) == "The Post has one thing, RT “another”."


def test_what_is_nothing_but_quotations_stays() -> None:
    assert without_quotations("RT: “a” The Post: “b” ") == "RT: “a” The Post: “b” "
    assert without_quotations("Two tolls.") == "Two tolls."
