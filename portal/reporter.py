"""What Django shows of a fault while DEBUG is on: what it shows when DEBUG is off."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter


class PlainReporter(ExceptionReporter):
    """Shows the page of faults; the log has the traceback.

    ``make run`` is for readers too, and a traceback tells them nothing but settings.
    """

    def get_traceback_html(self) -> SafeString:
        return render_to_string("500.html")

    def get_traceback_text(self) -> SafeString:
        if self.is_email:
            return super().get_traceback_text()
        return render_to_string("500.txt")
