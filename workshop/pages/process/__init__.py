"""The pages of a process, for staff: one page with several parts, each at an address of its own (`parts.py` lists them)."""
