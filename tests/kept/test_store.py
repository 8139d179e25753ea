"""The store: bounded, exact about versions, the longest unused leave first."""

import tracemalloc
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from portal.kept.store import OVERHEAD, Answer, Store

NAMES = [f"X-{letter}" for letter in "abcdefghijkl"]


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


def test_addresses_made_up_at_random_push_out_one_another_alone():
    store = Store(20 * OVERHEAD)
    for name in "abcd":
        store.put(name, answer())
        store.get(name, 1)
    for junk in range(1000):
        store.put(junk, answer())
    assert [bool(store.get(name, 1)) for name in "abcd"] == [True] * 4
    assert store.get(999, 1)
    assert store.get(0, 1) is None


def test_a_page_people_read_keeps_its_place_when_it_is_made_anew():
    store = Store(4 * OVERHEAD)
    store.put("page", answer())
    store.get("page", 1)
    store.put("page", answer(version=2))
    for junk in range(100):
        store.put(junk, answer(version=2))
    assert store.get("page", 2) == answer(version=2)


def test_its_weight_is_that_of_the_memory_it_takes():
    store = Store(16 * OVERHEAD * 100)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(1000):
        store.put(*long_addressed(number))
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert taken < store.weight < 2 * taken


def long_addressed(number):
    """An answer with as many headers, under as long an address, as there may be."""
    headers = {name: f"{number}{name}" * 8 for name in NAMES}
    key = (f"/lo/{number}/".encode() + b"x" * 985, f"{number}".encode(), "lo", "br")
    return key, Answer(number, 200, headers, bytes(500))


def test_many_readers_at_once_leave_it_whole():
    store = Store(8 * OVERHEAD)

    def read_and_write(seed):
        for turn in range(500):
            key = (turn * seed) % 13
            if store.get(key, 1) is None:
                store.put(key, answer(turn % 300))

    threads = [Thread(target=read_and_write, args=(seed,)) for seed in range(1, 9)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    held = [found for key in range(13) if (found := store.get(key, 1))]
    assert store.weight == sum(one.weight for one in held) <= 8 * OVERHEAD
    assert len(store) == len(held)
