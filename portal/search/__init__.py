"""Search across everything public: the same index, words and order on both databases.

``tokens`` cuts text into plain ASCII words; ``entries`` says what is kept of each kind
of record; ``index`` keeps that up to date; ``query`` reads what was typed; ``find``
answers it; ``hits`` and ``highlight`` show what was found.
"""
