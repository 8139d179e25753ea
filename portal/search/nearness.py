"""How far two words are apart, in letters."""


def apart(one: str, other: str) -> int:
    """Return how many letters to add, leave out, change or swap with the next.

    That is the restricted distance of Damerau and Levenshtein: no letter moves twice.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, there in enumerate(other, start=1):
            least = min(
                last[column] + 1,
                current[-1] + 1,
                last[column - 1] + (letter != there),
            )
            is_swap = (
                row > 1
                and column > 1
                and letter == other[column - 2]
                and one[row - 2] == there
            )
            current.append(min(least, before[column - 2] + 1) if is_swap else least)
        before, last = last, current
    return last[-1]
