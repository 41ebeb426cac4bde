"""How the word table is made: `make word-table` (about an hour on a core). Nothing of this runs in a workshop."""
