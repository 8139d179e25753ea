"""What a person's hands and eyes do at a page, counted as they do it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from playwright.sync_api import Locator, Page

# Seconds, after Card, Moran and Newell, "The keystroke-level model" (1980).
KEY, POINT, BUTTON, HOMING, THINK = 0.28, 1.10, 0.10, 0.40, 1.35
CLICK = THINK + POINT + 2 * BUTTON
# How far one turn of the wheel goes, and what somebody reads with care in a minute.
TURN_PX, SYLLABLES_A_MINUTE = 400, 200

# Which fields are in the window now, first word to last, with nothing lying over them.
ON_SCREEN = """card => [...card.querySelectorAll("[data-point]")].filter((point) => {
  const boxes = [...point.querySelector(".v, .opts").getClientRects()];
  const [first, last] = [boxes[0], boxes.at(-1)];
  const shows = (x, y) => point.contains(document.elementFromPoint(x, y));
  return shows(first.left + 1, first.top + 2) && shows(last.left + 1, last.bottom - 2);
}).map((point) => point.dataset.point)"""
OPEN = """card => [...card.querySelectorAll("[data-point]")]
  .filter((point) => !point.querySelector("input[name^=d-]:checked"))
  .map((point) => point.dataset.point)"""


class Hands:
    """One person at one page: clicks, keys, turns of the wheel, and time."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.keys = self.turns = self.syllables = 0
        self.seconds = 0.0
        self.seen: set[str] = set()
        self._on_keys = False
        self._began = monotonic()

    def click(self, what: str | Locator) -> None:
        one = self.page.locator(what) if isinstance(what, str) else what
        one.click()
        self.clicks += 1
        self.seconds += CLICK + self._homing(on_keys=False)

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self._typed(times)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.seconds += THINK
        self._typed(len(text))

    def choose_file(self, field: str, path: Path) -> None:
        """Open the system's list of files, point at one, take it: three clicks."""
        with self.page.expect_file_chooser() as asked:
            self.click(field)
        asked.value.set_files(path)
        self.clicks += 2
        self.seconds += 2 * CLICK

    def read(self, what: Locator) -> None:
        """Count what is to be read once, with care."""
        self.syllables += sum(len(text.split()) for text in what.all_inner_texts())

    def look_over(self, card: Locator) -> None:
        """Bring each open field of a card on screen, turning the wheel as needed."""
        wanted = set(card.evaluate(OPEN))
        card.locator("h4").hover()
        self.see(card)
        while not wanted <= self.seen:
            before = self.page.evaluate("scrollY")
            self.page.mouse.wheel(0, TURN_PX)
            self.page.wait_for_function("y => scrollY !== y", arg=before)
            self.turns += 1
            self.seconds += KEY
            self.see(card)
        self.read(card.locator(".v"))

    def see(self, card: Locator) -> None:
        """Note what of a card is on screen now."""
        self.seen |= set(card.evaluate(ON_SCREEN))

    def tab_to(self, selector: str, most: int = 60) -> None:
        """Press Tab until something has the focus."""
        for _ in range(most):
            self.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{most} tabs do not lead to {selector}")

    def accept_by(self, key: str, card: Locator) -> None:
        """Press a key on a card's button, once all that is open on it was seen."""
        assert set(card.evaluate(OPEN)) <= self.seen
        self.read(card.locator(".v"))
        self.seconds += THINK
        self.press(key)
        card.locator("button[value^='card:']").wait_for(state="detached")

    def accept(self, card: Locator) -> None:
        """Accept what is open on a card with its own button, once all was seen."""
        self.look_over(card)
        button = card.locator("button[value^='card:']")
        self.click(button)
        button.wait_for(state="detached")

    @property
    def machine(self) -> float:
        """Minutes that the machine took, the test's own looking about included."""
        return (monotonic() - self._began) / 60

    @property
    def minutes(self) -> float:
        """Minutes of a practised person: moving, pressing, making up one's mind."""
        return self.seconds / 60

    @property
    def reading(self) -> float:
        return self.syllables / SYLLABLES_A_MINUTE

    def __str__(self) -> str:
        return (
            f"{self.clicks} clicks, {self.keys} keys, {self.turns} turns of the wheel; "
            f"machine {self.machine:.2f} min, hands {self.minutes:.1f} min, "
            f"reading {self.reading:.1f} min"
        )

    def _typed(self, count: int) -> None:
        self.keys += count
        self.seconds += count * KEY + self._homing(on_keys=True)

    def _homing(self, *, on_keys: bool) -> float:
        moved, self._on_keys = self._on_keys != on_keys, on_keys
        return HOMING if moved else 0.0
