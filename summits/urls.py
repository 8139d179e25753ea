"""Addresses of this room's pages; the language stands before them."""

from django.urls import path

from summits.views import lists, matters, minutes, summits

urlpatterns = [
    path("summits/", lists.summit_list, name="summit_list"),
    path("summits/<reference:reference>/", summits.summit, name="summit"),
    path("partnerships/", lists.partnership_list, name="partnership_list"),
    path("minutes/", lists.minutes_list, name="minutes_list"),
    path("minutes/<reference:reference>/", minutes.minutes, name="minutes"),
    path(
        "minutes/<reference:reference>/files/<int:key>/",
        minutes.minutes_file,
        name="minutes_file",
    ),
    path("commitments/", lists.commitment_list, name="commitment_list"),
    path("commitments/<reference:reference>/", matters.commitment, name="commitment"),
    path("proposals/", lists.proposal_list, name="proposal_list"),
    path("proposals/<reference:reference>/", matters.proposal, name="proposal"),
]
