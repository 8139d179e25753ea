"""People that a person accepted become officials and delegates."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.cite import Stated, cite
from intake.match import find_official
from intake.models import Suggestion
from intake.vocabulary import DELEGATE_FACTS
from provinces.models import Official, OfficialName, Province
from publication.references import register
from summits.models import Delegate, Delegation, Summit

# The words by which the genre gives a role away.
ROLE_WORDS = {
    "is_head": ("trưởng đoàn", "dẫn đầu", "led by"),
    "is_chair": ("chủ trì",),
    "is_speaker": ("phát biểu", "nhấn mạnh", "đề nghị", "cho biết", "said"),
}


def take_person(
    suggestion: Suggestion, values: dict[str, Any], summits: list[Summit]
) -> Official:
    """Return the official a person is, with a part in each meeting of the province.

    ``summits`` are the meetings the article is about, not those it looks back on.
    """
    if not values["province"]:
        raise ValidationError(
            _("“%(name)s” stands for no province. Name it, or reject the person.")
            % {"name": values["name"]}
        )
    province = Province.objects.get(reference=values["province"])
    official = find_official(values["name"], province) or register(
        Official(name_vi=values["name"], province=province)
    )
    OfficialName.objects.get_or_create(
        official=official,
        text=values["name"],
        language="vi",
        defaults={"source": suggestion.reading.source},
    )
    if not official.citations.exists():
        cite(official, suggestion, [Stated("name_vi", values["name"])])
    for summit in summits:
        if province in summit.partnership.parties:
            _delegate(suggestion, values, summit, official)
    return official


def _delegate(
    suggestion: Suggestion,
    values: dict[str, Any],
    summit: Summit,
    official: Official,
) -> None:
    delegation, _new = Delegation.objects.get_or_create(
        summit=summit, province=official.province
    )
    roles = [fact for role, fact in DELEGATE_FACTS.items() if role in values["roles"]]
    delegate = Delegate.objects.filter(
        delegation=delegation, official=official
    ).first() or Delegate(
        delegation=delegation,
        official=official,
        name=values["name"],
        titles="; ".join(values["titles"]),
    )
    for fact in roles:
        setattr(delegate, fact, True)
    delegate.full_clean()
    delegate.save()
    cite(
        delegate,
        suggestion,
        [
            Stated("name", values["name"]),
            *([Stated("titles", delegate.titles)] if delegate.titles else []),
            *(Stated(fact, "1", ROLE_WORDS[fact]) for fact in roles),
        ],
    )
