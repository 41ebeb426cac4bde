"""What goes when somebody asks to be erased: every word that they wrote, wherever it was copied to, and their name.

A tap, a dot or a consent holds no words and stays, so that what was counted still adds up; ids, days and choices stay too. This is
what goes, in the log of their workshop and in the other logs of its process:

1. In their own lines, every word. Of an event that no method here knows, everything.
2. In an item (handed from step to step, or brought into another workshop) whose id one of their lines made: its text.
3. Wherever else it stands, a text of theirs, or a sentence of it, of twelve letters and two words or more: from a note, a proposal,
   somebody's quotation. Only the passage goes, the words around it stay. Their name likewise, where it is written as they gave it.
4. Where a facilitator, staff, the machine or a handed-on item has a shorter text of theirs, and nothing else: all of it.
5. Where a facilitator or the machine names a thing of theirs and has nearly their text beside it (a typing error put right): all of it.
6. In what the machine wrote (the title of a group), each word that is in their texts and in nobody else's.

And this stays: what somebody else had written before them; what three other people wrote too, as that is a common turn of phrase;
a short text that another participant wrote as well ("Trees"), in what that person wrote and where it was handed on. So nobody can
erase the words of others by writing them again.

An erased line keeps its place and its digest, and `WordsErased`, a line at the end of the log, vouches for what is left of it.
"""

from workshop.erasure.expiry import expired, made_in, participants
from workshop.erasure.finder import Finder, without_words
from workshop.erasure.forget import Forgotten, forget
from workshop.erasure.gone import Gone, gone_of
from workshop.erasure.ledger import Ledger, event_of, ledger_of

__all__ = [
    "Finder",
    "Forgotten",
    "Gone",
    "Ledger",
    "event_of",
    "expired",
    "forget",
    "gone_of",
    "ledger_of",
    "made_in",
    "participants",
    "without_words",
]
