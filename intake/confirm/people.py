"""People that a person accepted become officials and delegates."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.cite import Stated, cite
from intake.confirm.taken import Taken
from intake.match import find_official
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


def take_person(one: Taken, summits: list[Summit]) -> Official:
    """Return the official a person is, with a part in each meeting of the province.

    ``summits`` are the meetings the article is about, not those it looks back on.
    """
    name = one.values["name"]
    if not one.values["province"]:
        raise ValidationError(
            _("“%(name)s” stands for no province. Name it, or reject the person.")
            % {"name": name}
        )
    province = Province.objects.get(reference=one.values["province"])
    official = _official(one, name, province)
    if not official.names.filter(text=name, language="vi").exists():
        source = one.suggestion.reading.source
        spelling = OfficialName(
            official=official, text=name, language="vi", source=source
        )
        spelling.full_clean()
        spelling.save()
    if not official.citations.exists() or official in one.overwritten:
        cite(official, one, [Stated("name_vi", name, point="name")])
    for summit in summits:
        if province in summit.partnership.parties:
            _delegate(one, summit, official, province)
    return official


def spoken_of(
    name: str, province: Province | None, people: list[Taken]
) -> Official | None:
    """Return the official a name means in an article, whose people are taken already.

    None where nobody is known by it. Raises ValidationError where two people are.
    """
    named = [one.row for one in people if one.row and one.values["name"] == name]
    if len(set(named)) == 1:
        return named[0]
    return find_official(name, province)


def _official(one: Taken, name: str, province: Province) -> Official:
    official = one.meant(Official)
    if not official and not one.is_new:
        official = find_official(name, province)
    if not official:
        return register(Official(name_vi=name, province=province))
    one.overwrite(official, name_vi=("name", name), province=("province", province))
    if one.overwritten:
        register(official)
    return official


def _delegate(
    one: Taken, summit: Summit, official: Official, province: Province
) -> None:
    delegation, _new = Delegation.objects.get_or_create(
        summit=summit, province=province
    )
    titles = "; ".join(one.values["titles"])
    delegate = _known(delegation, official, one.values["name"]) or Delegate(
        delegation=delegation, name=one.values["name"]
    )
    delegate.official = delegate.official or official
    delegate.titles = delegate.titles or titles
    if delegate.pk:
        one.overwrite(
            delegate, name=("name", one.values["name"]), titles=("titles", titles)
        )
    roles = [
        fact for role, fact in DELEGATE_FACTS.items() if role in one.values["roles"]
    ]
    _give(one, delegate, roles)
    delegate.full_clean()
    delegate.save()
    cite(
        delegate,
        one,
        [
            Stated("name", one.values["name"]),
            *([Stated("titles", titles)] if titles else []),
            *(Stated(fact, "1", ROLE_WORDS[fact], point="roles") for fact in roles),
        ],
    )


def _known(delegation: Delegation, official: Official, name: str) -> Delegate | None:
    """Return the delegate this person is already, though perhaps not linked yet."""
    there = delegation.delegates.all()
    unlinked = there.filter(official__isnull=True, name=name)
    return there.filter(official=official).first() or unlinked.first()


def _give(one: Taken, delegate: Delegate, roles: list[str]) -> None:
    """Set the roles stated; where they replace the known ones, those alone.

    A delegation has one head. Another one stays it unless a person said otherwise.
    """
    if one.replaces("roles"):
        one.overwrite(
            delegate,
            **{fact: ("roles", fact in roles) for fact in DELEGATE_FACTS.values()},
        )
    others = delegate.delegation.delegates.heads().exclude(pk=delegate.pk)
    for fact in roles:
        setattr(delegate, fact, fact != "is_head" or not others or delegate.is_head)
    if "is_head" in roles and one.replaces("roles"):
        for other in others:
            other.is_head = False
            other.save()
        delegate.is_head = True
