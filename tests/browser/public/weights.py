"""What a page weighs to somebody who opens the site for the first time."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import brotli
from playwright.sync_api import Browser, Page, Response

from portal.kept.packing import BROTLI_QUALITY, GZIP_LEVEL

# Files are packed once and well, pages as they are asked for.
FILES_BROTLI, FILES_GZIP = 11, 9
WATCH = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value;
  }).observe({type: "layout-shift", buffered: true});
"""
SETTLED = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return shift;
}"""
# The switch of languages has a font of its own for the one word that is always Lao.
HAS_LAO = """() => [...document.querySelectorAll("body :not(.langs *)")].some((one) =>
  one.checkVisibility() && [...one.childNodes].some((node) =>
    node.nodeType === 3 && /[\\u0e80-\\u0eff]/.test(node.data)))"""


@dataclass(frozen=True)
class Weight:
    """Bytes, requests and shift of one page, opened with nothing in the cache."""

    kind: str
    html: int
    html_gzip: int
    html_br: int
    code: int
    code_gzip: int
    code_br: int
    fonts: int
    requests: int
    nodes: int
    shift: float
    has_lao: bool

    @property
    def fonts_limit(self) -> int:
        return 160_000 if self.has_lao else 110_000

    def excess(self) -> list[str]:
        """Return in words what is over its limit."""
        limits = {
            "html_br": 12_000,
            "code": 60_000,
            "code_br": 15_000,
            "fonts": self.fonts_limit,
            "requests": 10,
            "shift": 0.05,
        }
        return [
            f"{self.kind}: {name} {getattr(self, name)}, at most {most}"
            for name, most in limits.items()
            if getattr(self, name) > most
        ]

    def __str__(self) -> str:
        kilobytes = (
            self.html, self.html_gzip, self.html_br, self.code, self.code_gzip,
            self.code_br, self.fonts,
        )  # fmt: skip
        cells = [f"{size / 1000:.1f}" for size in kilobytes]
        cells += [str(self.requests), str(self.nodes), f"{self.shift:.3f}"]
        return f"| {self.kind} | " + " | ".join(cells) + " |"


HEAD = """\
| page | HTML | gzip | br | CSS + JS | gzip | br | fonts | requests | nodes | shift |
|---|---|---|---|---|---|---|---|---|---|---|"""


def weigh(
    browser: Browser, looks: Iterable[tuple[str, str]], width: int
) -> Iterator[Weight]:
    """Open each page, named and addressed, in a browser that knows nothing yet."""
    for kind, address in looks:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, bypass_csp=True
        )
        context.add_init_script(WATCH)
        page = context.new_page()
        yield _weighed(page, kind, address)
        context.close()


def _weighed(page: Page, kind: str, address: str) -> Weight:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.goto(address)
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(SETTLED)
    answers = [answer for answer in answers if answer.status not in range(300, 400)]
    html = answers[0].body()
    files = {
        answer.url: answer.body()
        for answer in answers
        if answer.url.endswith((".css", ".js", ".woff2"))
    }
    code = [body for url, body in files.items() if not url.endswith(".woff2")]
    fonts = [body for url, body in files.items() if url.endswith(".woff2")]
    return Weight(
        kind=kind,
        html=len(html),
        html_gzip=len(gzip.compress(html, GZIP_LEVEL)),
        html_br=len(brotli.compress(html, quality=BROTLI_QUALITY)),
        code=sum(map(len, code)),
        code_gzip=sum(len(gzip.compress(one, FILES_GZIP)) for one in code),
        code_br=sum(len(brotli.compress(one, quality=FILES_BROTLI)) for one in code),
        fonts=sum(map(len, fonts)),
        requests=len(answers),
        nodes=page.evaluate("document.querySelectorAll('*').length"),
        shift=round(shift, 4),
        has_lao=page.evaluate(HAS_LAO),
    )
