"""A participation process, over months: a decider of its own, with its own log.

What happened in its workshops stands in their logs; here is what staff add: what the process is, which workshops belong to it, what came in
by other ways (paper, a platform), the answers that were given, and how what was decided and promised stands.
"""
