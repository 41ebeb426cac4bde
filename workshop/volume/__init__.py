"""The folder of a process: everything that is known of it, readable by anybody, provable with Python's standard library alone.

A pure function of the logs: the same logs give the same bytes. No clock is asked, so nothing in it grows stale by itself.
"""
