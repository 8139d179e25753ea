"""The store: bounded, exact about versions, the longest unused leave first."""

from hypothesis import given
from hypothesis import strategies as st

from portal.kept.store import OVERHEAD, Answer, Store


def answer(size=100, version=1):
    return Answer(version, 200, {"Content-Type": "text/html"}, b"x" * size)


def test_an_answer_of_another_version_is_not_given():
    store = Store(10 * OVERHEAD)
    store.put("a", answer(version=2))
    assert store.get("a", 1) is None
    assert store.get("a", 2) == answer(version=2)
    assert store.get("b", 2) is None


def test_the_longest_unused_leave_first():
    store = Store(2 * (OVERHEAD + 100))
    for name in "ab":
        store.put(name, answer())
    store.get("a", 1)
    store.put("c", answer())
    assert [bool(store.get(name, 1)) for name in "abc"] == [True, False, True]


def test_what_does_not_fit_is_not_kept_nor_is_what_it_replaces():
    store = Store(2 * OVERHEAD)
    store.put("a", answer())
    store.put("a", answer(size=2 * OVERHEAD))
    assert (store.get("a", 1), len(store), store.weight) == (None, 0, 0)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.integers(0, 3 * OVERHEAD)), max_size=40
    )
)
def test_it_never_holds_more_than_it_was_given(puts):
    store = Store(5 * OVERHEAD)
    for name, size in puts:
        store.put(name, answer(size))
        held = [store.get(one, 1) for one in "abcdef"]
        assert store.weight == sum(one.weight for one in held if one) <= 5 * OVERHEAD
