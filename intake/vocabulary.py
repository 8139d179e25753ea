"""One table from the words of the reading format to the terms of the records.

The format is described in docs/reference.md; a test walks every word of it, so that a
new word of the reader cannot reach the records unmapped.
"""

from summits.models import Force, Minutes, Progress, Summit

EVENT_KINDS = {
    "summit": Summit.Kind.SUMMIT,
    "talks": Summit.Kind.TALKS,
    "visit": Summit.Kind.VISIT,
    "signing": Summit.Kind.SIGNING,
}
EVENT_STAGES = {
    "announced": Summit.Stage.ANNOUNCED,
    "held": Summit.Stage.HELD,
    "postponed": Summit.Stage.POSTPONED,
    "cancelled": Summit.Stage.CANCELLED,
}
# What a later word may make of an earlier one. Nothing becomes held but by a source
# that says so, and nothing that was held is merely announced again.
OUTRANKS = {
    Summit.Stage.ANNOUNCED: {
        Summit.Stage.HELD,
        Summit.Stage.POSTPONED,
        Summit.Stage.CANCELLED,
    },
    Summit.Stage.POSTPONED: {Summit.Stage.HELD, Summit.Stage.CANCELLED},
    Summit.Stage.CANCELLED: set(),
    Summit.Stage.HELD: set(),
}
DAY_PARTS = {
    "morning": Summit.DayPart.MORNING,
    "afternoon": Summit.DayPart.AFTERNOON,
    "evening": Summit.DayPart.EVENING,
}
DOCUMENT_KINDS = {
    "minutes": Minutes.Kind.MINUTES,
    "memorandum": Minutes.Kind.MEMORANDUM,
    "agreement": Minutes.Kind.AGREEMENT,
    "plan": Minutes.Kind.PLAN,
    "annex": Minutes.Kind.ANNEX,
    "other": Minutes.Kind.OTHER,
}
# An earlier document was signed before the event that the article reports.
DOCUMENT_STAGES = {
    "signed": Minutes.Stage.SIGNED,
    "planned": Minutes.Stage.PLANNED,
    "earlier": Minutes.Stage.SIGNED,
}
# Roles of a person as facts of the delegate; who signed is a fact of the minutes, and
# attending is what every delegate does.
DELEGATE_FACTS = {
    "head_of_delegation": "is_head",
    "chair": "is_chair",
    "speaker": "is_speaker",
}
ROLES = {*DELEGATE_FACTS, "signatory", "attendee"}
COMMITMENT_FORCES = {"agreed": Force.AGREED, "petition": Force.PETITION}
ITEM_FORCES = {*COMMITMENT_FORCES, "proposed", "reported"}
# A paper that tells of a result says that work goes on, not that it is finished.
REPORTED_IMPLEMENTATION = Progress.Implementation.CONTINUING
REPORTED_EVIDENCE = Progress.Evidence.CLAIMED
