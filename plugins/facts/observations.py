"""The figures that lead an article as schema.org says observations, for the structured data of its page. Pure.

They say what facts.json says of the same figures, by the names of https://schema.org/Observation: a bound figure has a
`minValue` or a `maxValue` and no `value`, a range both.
"""

from __future__ import annotations

from collections.abc import Iterable

from .export import known, strings

BOUNDS = {b"eq": b"value", b"approx": b"value", b"ge": b"minValue", b"le": b"maxValue", b"range": b"minValue"}


def mentions(slug: str, places: Iterable[int], rows: bytes, values: bytes) -> str:
    """The list, in JSON, of the figures at some places of what is kept. Addresses are those of elements, `#f-…`."""
    pieces, every, name = rows.split(b"\n"), list(known(values)), slug.encode()
    found = [_observation(name, strings(b"\n".join(pieces[4 * at : 4 * at + 4])), every[at]) for at in places]
    return (b"[" + b",".join(found) + b"]").decode()


def _observation(slug: bytes, strings: list[bytes], known: list[bytes]) -> bytes:
    anchor, text, label, sentence = strings
    value, high, bound, _, day, unit = known
    said = b'"%b":%b' % (BOUNDS[bound], value)
    if high:
        said += b',"maxValue":%b' % high
    if unit != b'""':
        said += b',"unitText":%b' % unit
    return (
        b'{"@type":"Observation","identifier":"%b#%b","name":"%b","disambiguatingDescription":"%b",%b,'
        b'"observationDate":"%b","description":"%b","url":"#%b"}'
        % (slug, anchor, label, text, said, day, sentence, anchor)
    )
