"""Public answers, kept for as long as nothing public changes.

They hang on the address, the language, the day and the data stamp alone; whoever asks
gets the same bytes, and no question but the stamp is put to the database.
"""
