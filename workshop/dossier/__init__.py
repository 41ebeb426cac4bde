"""All that is known of a process, put together from its own log and those of its workshops: pure, computed anew from the logs.

Everything that shows a process reads it here: the pages, the folder, the search, the calendar, the link of a participant.
"""
