"""What the search keeps beside the records; all of it can be made anew from them."""

from django.db import models


class SearchEntry(models.Model):
    """One public thing that can be found, and what narrows a search to it.

    Numbers grow with time, so that the newest are met first; those of names (provinces,
    places, partnerships, people) begin far above all others.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    record = models.BigIntegerField()
    partnership = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    sectors = models.CharField(max_length=60, blank=True)
    implementation = models.CharField(max_length=14, blank=True)
    date = models.CharField(max_length=40, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record"], name="portal_searchentry_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class SearchName(models.Model):
    """One public spelling of a name, by its letters and by its sound."""

    entry = models.BigIntegerField(db_index=True)
    text = models.CharField(max_length=200)
    language = models.CharField(max_length=5)
    squeezed = models.CharField(max_length=400, db_index=True)
    sound = models.CharField(max_length=400, db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class SearchWord(models.Model):
    """One word that stands, or stood, in what can be found: what to suggest from."""

    text = models.CharField(max_length=20, primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class SearchState(models.Model):
    """How far the history of each table has been taken into the search.

    ``waiting`` are rows by kind whose change is known, but not taken in yet.
    """

    positions = models.JSONField()
    waiting = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.positions)
