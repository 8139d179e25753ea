"""Lists for programs that watch: Atom, iCalendar, the map of the site."""
