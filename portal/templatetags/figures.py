"""Tags that draw the figures: what they need is described in `portal/figures.py`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.drawing import latest, loom_cells, proportional, strand_classes, woven
from portal.figures import (
    AxisPoint,
    ChainLink,
    ClothRow,
    Distribution,
    Loom,
    ThreadCell,
    Threads,
)
from portal.signs import in_words, sign_named

register = template.Library()


@register.inclusion_tag("figures/_cloth.html")
def cloth(rows: Sequence[ClothRow]) -> dict[str, Any]:
    """Draw the cloth of agreed clauses; its label tells the same numbers in words."""
    counted = Distribution.of(sign for row in rows for sign in row.signs)
    words = in_words((share.sign, share.count) for share in counted.shares)
    said = _("Summits: %(summits)d. Agreed clauses: %(clauses)d. %(words)s") % {
        "summits": len(rows),
        "clauses": counted.total,
        "words": words,
    }
    return {"cloth": woven(rows), "label": said.strip()}


@register.inclusion_tag("figures/_loom.html")
def loom(figure: Loom, caption: str = "") -> dict[str, Any]:
    """Draw pairs of provinces by year as a table, at most eight by five."""
    shown = latest(figure)
    return {
        "years": shown.years,
        "rows": [(row, loom_cells(row, shown.years)) for row in shown.rows],
        "caption": caption or _("Summits of each pair of provinces by year"),
    }


@register.inclusion_tag("figures/_axis.html")
def axis(points: Iterable[AxisPoint]) -> dict[str, Any]:
    """Draw the meetings of one partnership in proportion to the time between them."""
    drawn = proportional(points)
    told = [
        f"{mark.point.label} ({str(sign_named(mark.point.sign).word).lower()})"
        for mark in drawn.meetings
    ]
    label = _("Time axis of the meetings known: %(meetings)s.")
    return {"axis": drawn, "label": label % {"meetings": "; ".join(told)}}


@register.inclusion_tag("figures/_threads.html")
def threads(figure: Threads, caption: str = "") -> dict[str, Any]:
    """Lay each sector through the minutes of a partnership, as a table."""
    rows = []
    for row in figure.rows:
        classes = strand_classes(len(figure.columns), row.strands)
        cells = [
            {"cell": cell, "strands": strands, "label": _cell_label(cell)}
            for cell, strands in zip(row.cells, classes, strict=True)
        ]
        rows.append({"row": row, "cells": cells})
    return {
        "columns": figure.columns,
        "rows": rows,
        "caption": caption or _("Clauses of each sector in each set of minutes"),
    }


def _cell_label(cell: ThreadCell) -> str:
    number = len(cell.signs)
    words = in_words(Counter(cell.signs).items())
    text = ngettext(
        "%(number)d commitment: %(words)s", "%(number)d commitments: %(words)s", number
    )
    return text % {"number": number, "words": words}


@register.inclusion_tag("figures/_chain.html")
def chain(links: Sequence[ChainLink]) -> dict[str, Any]:
    """Show one matter through the minutes; a link without address is this one."""
    return {"links": links}
