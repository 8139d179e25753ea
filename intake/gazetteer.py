"""The names the reader knows: all that the records know of provinces and places."""

from intake.reader.gazetteer import Gazetteer, PlaceNames, ProvinceNames
from provinces.models import Place, Province


def gazetteer() -> Gazetteer:
    """Return every province and place with all their spellings, in three queries each.

    Officials are left out on purpose: a reader that knows who ought to have come would
    find them where the article does not name them.
    """
    return Gazetteer(
        provinces=tuple(
            ProvinceNames(
                code=province.code,
                country=province.country,
                names=_names(province),
            )
            for province in Province.objects.prefetch_related("names")
        ),
        places=tuple(
            PlaceNames(
                kind=place.kind,
                names=_names(place),
                provinces=tuple(province.code for province in place.provinces.all()),
            )
            for place in Place.objects.prefetch_related("names", "provinces")
        ),
    )


def _names(row: Province | Place) -> tuple[str, ...]:
    own = (row.name_vi, row.name_lo, row.name_en)
    spellings = (name.text for name in row.names.all())
    return tuple(dict.fromkeys(name for name in (*own, *spellings) if name))
