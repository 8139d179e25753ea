"""One article with all it says, for tests of what is made of it and undone again."""

from intake.undo import undo
from tests import make

TEXT = (
    "Sáng 30/3, tại tỉnh Bolikhămxay, hai tỉnh họp hội nghị cấp cao.\n"
    "Đoàn do ông Khăm B, Tỉnh trưởng dẫn đầu. Hai bên ký biên bản năm 2023.\n"
    "Hai bên thống nhất mở đường. Hai bên thống nhất mở chợ.\n"
)


def meeting(reading, **values):
    return make.suggestion(reading, "event", "Sáng 30/3", **values)


def whole(reading):
    """Everything the article says, accepted."""
    return [
        meeting(reading, place="tỉnh Bolikhămxay", day_part="morning"),
        make.suggestion(
            reading,
            "person",
            "Khăm B",
            province="LA-BL",
            titles=["Tỉnh trưởng"],
            roles=["head_of_delegation"],
        ),
        make.suggestion(
            reading, "document", "biên bản năm 2023", signatories=["Khăm B"]
        ),
        make.suggestion(reading, "item", "Hai bên thống nhất mở đường"),
        make.suggestion(reading, "item", "Hai bên thống nhất mở chợ"),
    ]


def take_back(reading, by=None):
    return undo(reading, by=by, at=make.NOON, reason="Đọc nhầm bài.")


def references(reading):
    return [one.record_reference for one in reading.suggestions.all()]


def why(undone):
    return {str(row): reason for row, reason in undone.kept}
