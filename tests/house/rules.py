"""The house rules no linter knows, each a function from text to its offenders."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("portal", "intake", "summits", "provinces", "sources", "publication")

BULK_WRITES = {"bulk_create", "bulk_update", "abulk_create", "abulk_update"}
UPDATES = {"update", "aupdate"}
DELETES = {"delete", "adelete"}
TOO_BROAD = {"Exception", "BaseException"}

INLINE = re.compile(
    r"""<style\b
      | <[^>]*\s(?:style|on[a-z]+)\s*=
      | <script\b(?![^>]*\s(?:src|type="application/(?:ld\+)?json")\s*)[^>]*>
      | (?:href|action|src)\s*=\s*["']?\s*javascript:
    """,
    re.IGNORECASE | re.VERBOSE,
)
TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


def product_files() -> list[Path]:
    """Return the Python files of the six packages, migrations aside."""
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return sorted(path for path in files if "migrations" not in path.parts)


def named(path: Path) -> str:
    """Return the path as it is written in a message: from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def unrecorded_writes(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and call of each write that may pass by the history.

    A queryset's ``update`` takes keywords only, its ``delete`` nothing; a dict's
    update, a digest's update and a cache's delete take a value, and may stay. A
    single row's ``delete()`` looks like a queryset's and is refused with it.
    """
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name = node.func.attr
        is_update = name in UPDATES and not node.args
        is_delete = name in DELETES and not node.args and not node.keywords
        if name in BULK_WRITES or is_update or is_delete:
            yield node.lineno, f".{name}("


def broad_excepts(source: str) -> Iterator[tuple[int, str]]:
    """Yield each place that catches, or suppresses, every error there is."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type
            if caught is None:
                yield node.lineno, "except:"
            elif TOO_BROAD & _names(caught):
                yield node.lineno, f"except {ast.unparse(caught)}"
        elif _suppresses_all(node):
            yield node.lineno, ast.unparse(node)


def open_field_lists(source: str) -> Iterator[tuple[int, str]]:
    """Yield each serializer, resource, form or filter that does not name its fields."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign | ast.AnnAssign) and _is_open(line):
                    yield line.lineno, ast.unparse(line)
        elif isinstance(node, ast.Call) and _ends(node.func, "_factory"):
            for keyword in node.keywords:
                text = ast.unparse(keyword.value)
                if keyword.arg == "exclude" or (
                    keyword.arg == "fields" and _means_all(keyword.value)
                ):
                    yield node.lineno, f"{keyword.arg}={text}"


def function_lengths(source: str) -> Iterator[tuple[int, str, int]]:
    """Yield line, name and number of lines of each function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name, (node.end_lineno or 0) - node.lineno + 1


def inline_code(template: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each style or script the page's policy would refuse.

    Data blocks (``application/json``, ``application/ld+json``) are no scripts.
    """
    bare = TEMPLATE_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), template)
    for match in INLINE.finditer(bare):
        yield bare.count("\n", 0, match.start()) + 1, match[0]


def inline_code_in_strings(source: str) -> Iterator[tuple[int, str]]:
    """Yield the same from the markup that Python code writes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for line, text in inline_code(node.value):
                yield node.lineno + line - 1, text


def foreign_imports(source: str, *, own: str, allowed: set[str]) -> list[str]:
    """Return what is imported beside the standard library, ``own`` and ``allowed``."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append("." * node.level + (node.module or ""))
    return [
        name
        for name in found
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith((f"{own}.", "."))
        and name not in allowed
    ]


def _names(node: ast.AST) -> set[str]:
    return {
        part.id if isinstance(part, ast.Name) else part.attr
        for part in ast.walk(node)
        if isinstance(part, ast.Name | ast.Attribute)
    }


def _suppresses_all(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and "suppress" in _names(node.func)
        and any(TOO_BROAD & _names(argument) for argument in node.args)
    )


def _ends(node: ast.AST, ending: str) -> bool:
    return any(name.endswith(ending) for name in _names(node))


def _means_all(node: ast.AST | None) -> bool:
    if isinstance(node, ast.Constant):
        return node.value == "__all__"
    return node is not None and "ALL_FIELDS" in _names(node)


def _is_open(line: ast.Assign | ast.AnnAssign) -> bool:
    targets = line.targets if isinstance(line, ast.Assign) else [line.target]
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    return "exclude" in names or ("fields" in names and _means_all(line.value))
