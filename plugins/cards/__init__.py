"""Share cards: what a link to an article looks like where it is passed on. Knows neither pages nor the archive.

Headline, topic and one figure flow in; a PNG flows out that says in its own metadata what it shows, so that a check can
hold it against the article (docs/decisions/0017-share-cards.md).
"""

from .contents import HEIGHT, WIDTH, Card, card
from .fonts import Faces, faces

__all__ = ["HEIGHT", "WIDTH", "Card", "Faces", "card", "draw", "faces"]


def draw(card: Card, faces: Faces) -> bytes:
    """The PNG. The same card in the same fonts gives the same bytes."""
    from .drawing import draw as drawn  # wakes the library: only where a card is drawn

    return drawn(card, faces)
