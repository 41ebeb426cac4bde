"""Make the word table anew: python -m methods.mind_map.words.build [FOLDER], a folder for what is fetched and computed on the way."""

import sys
from pathlib import Path

import numpy as np

from methods.mind_map.words.build.corpus import sentences
from methods.mind_map.words.build.lists import LANGUAGES, grammar, words
from methods.mind_map.words.build.model import encoded, rarity
from methods.mind_map.words.build.packages import fetch
from methods.mind_map.words.build.spoken import guesses, masks
from methods.mind_map.words.build.turning import Corpus, codes, needed, rows, weights
from methods.mind_map.words.table import FILE, Table, packed


def main() -> None:
    """Fetch, encode, turn, and write the table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "word-table")
    fetch(folder)
    ways, listed = words(folder)
    guessed = dict(zip(ways, guesses(list(ways.values())), strict=True))
    likeliest = {word: next(iter(sure), "") for word, sure in guessed.items()}
    chosen = [word for word in ways if word in listed or likeliest[word] in LANGUAGES]
    said = sentences(folder)
    print(f"{len(chosen)} words of {len(ways)}, {len(said)} sentences", flush=True)
    texts = [text for text, _language in said]
    corpus = Corpus(texts, [language for _text, language in said], encoded(texts, folder / "vectors"))
    vectors = encoded([ways[word] for word in chosen], folder / "vectors")
    rare = np.array([rarity(ways[word]) for word in chosen])
    kept, weight = rows(vectors, [likeliest[word] for word in chosen], rare, {word: at for at, word in enumerate(chosen)}, corpus)
    own = needed(kept, chosen)
    words_kept = [chosen[at] for at in own]
    bits = masks(words_kept, [guessed[word] for word in words_kept], grammar(folder))
    table = Table({word: at for at, word in enumerate(words_kept)}, weights(weight[own]), bits, codes(kept[own]), LANGUAGES)
    data = packed(table)
    FILE.write_bytes(data)
    print(f"{FILE.name}: {len(own)} words, {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
