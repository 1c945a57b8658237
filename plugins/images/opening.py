"""Bytes to pixels as a page shows them: upright, in sRGB, eight bits a channel, no larger than needed."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

from .sheets import WIDTHS, height_for, widths_for
from .unfit import UnfitError, unfit

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""All that Pillow may try: its other readers are for files that no newsroom sends, and one starts programs."""
MOST_BYTES = 50 << 20
MOST_PIXELS = 64_000_000
"""More than the cameras of phones give in their plain settings; open, it takes 256 MB of memory."""
TALLEST = 16_000
"""Pixels; WebP ends at 16,383."""
DEEP = ("I", "F")
"""Beginnings of the modes with more than eight bits a channel."""


class Pixels(NamedTuple):
    """A picture, opened: RGB or RGBA, without anything that the file said beside it."""

    image: Image.Image
    widths: tuple[int, ...]
    drawn: bool  # a chart or a screenshot by its format, not a photograph


def opened(data: bytes) -> Pixels:
    """The picture in its largest size. Raises `UnfitError`."""
    if len(data) > MOST_BYTES:
        raise UnfitError("picture-heavy", most=str(MOST_BYTES >> 20))
    if wrong := unfit(data):
        raise wrong
    try:
        return _opened(data)
    except UnfitError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except Exception as error:  # a decoder that meets rubbish raises whatever comes to it
        raise UnfitError("picture-broken") from error


def _opened(data: bytes) -> Pixels:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = Image.open(BytesIO(data), formats=FORMATS)
        kind = image.format
        if image.width * image.height > MOST_PIXELS:
            raise _too_large()
        if kind != "MPO" and getattr(image, "n_frames", 1) > 1:  # an MPO is a photograph with a second one behind it
            raise UnfitError("picture-animated")
        if image.mode in ("RGB", "L"):
            image.draft(image.mode, (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # a JPEG is read at half its size or less
        image.load()
        upright = ImageOps.exif_transpose(image)
        widths = widths_for(upright.width, upright.height, TALLEST)
        return Pixels(_in_srgb(_resized(_plain(upright), widths[-1])), widths, kind in ("PNG", "GIF"))


def _too_large() -> UnfitError:
    return UnfitError("picture-large", most=str(MOST_PIXELS // 10_000))


def _plain(image: Image.Image) -> Image.Image:
    """Without a palette and with eight bits a channel; colours still as the file has them."""
    if image.mode.startswith(DEEP):
        return _eight_bits(image)
    if image.has_transparency_data:
        return _with_info(image, image.convert("RGBA"))
    if image.mode in ("RGB", "L", "CMYK"):
        return image
    return _with_info(image, image.convert("RGB"))


def _with_info(before: Image.Image, after: Image.Image) -> Image.Image:
    after.info = {name: value for name, value in before.info.items() if name == "icc_profile"}
    return after


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of sixteen bits; Pillow would cut off all that is brighter than 255."""
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    size = (width, height_for(width, image.width, image.height))
    return _with_info(image, image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def _in_srgb(image: Image.Image) -> Image.Image:
    """By the picture's own colour profile if it has one that can be read; then its word is no longer needed."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = image.info.get("icc_profile")
    made: Image.Image | None = None
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            made = None  # a profile of another kind of picture, or a broken one
    shown = made if made is not None else image.convert(mode)
    if mode == "RGBA" and shown.getchannel("A").getextrema() == (255, 255):
        shown = shown.convert("RGB")
    shown.info = {}
    return shown
