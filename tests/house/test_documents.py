"""What the documents say about names is what the code knows."""

import ast
import re

from tests.house.rules import ROOT


def settings_read() -> set[str]:
    """Return the environment variables that the settings ask for by name."""
    tree = ast.parse((ROOT / "portal/settings.py").read_text("utf-8"))
    tree.body += ast.parse((ROOT / "portal/environment.py").read_text("utf-8")).body
    first = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    return {
        name
        for name in first
        if isinstance(name, str) and re.fullmatch(r"[A-Z][A-Z_]+", name)
    }


def test_the_operators_guide_lists_the_variables_that_are_read():
    guide = (ROOT / "docs/operators.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", guide, re.MULTILINE))
    assert listed == settings_read()


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{page.name}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
