"""Pictures of every kind that a newsroom is sent: what comes out of each, or what the editor is told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from plugins.images.encoding import encoded
from plugins.images.markup import placed
from plugins.images.sheets import Sheet, widths_for
from plugins.images.shelf import Shelf
from plugins.images.unfit import UnfitError
from tests.tools.pictures import bomb, photograph, saved, scene


def made(data: bytes) -> tuple[Sheet, dict[str, bytes]]:
    sheet, files = encoded(data)
    return sheet, dict(files)


def largest(data: bytes) -> Image.Image:
    sheet, files = made(data)
    return Image.open(BytesIO(files[sheet.largest]))


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    value = image.convert("RGBA" if image.mode == "RGBA" else "RGB").getpixel((x, y))
    assert isinstance(value, tuple)
    return value


def test_a_photograph_is_upright_and_says_nothing_beside_its_pixels() -> None:
    sheet, files = made(photograph(600, 400, orientation=6))
    assert (sheet.width, sheet.height, sheet.widths) == (400, 600, (400,))
    upright = Image.open(BytesIO(files[sheet.largest]))
    assert min(pixel(upright, 380, 20)) > 240  # the bright corner was at the upper left, and is turned to the right
    for name, data in files.items():
        opened = Image.open(BytesIO(data))
        assert not opened.getexif(), name
        assert not {"exif", "icc_profile", "comment", "xmp"} & opened.info.keys(), name
        assert not any(word in data for word in (b"TELEPHONE", b"SECRET")), name


def test_the_same_bytes_give_the_same_files() -> None:
    data = photograph(500, 300)
    assert made(data) == made(data)
    assert made(data)[0].key != made(photograph(500, 300, tint=9))[0].key


def test_sizes_reach_from_a_telephone_to_a_sharp_screen_and_never_beyond_the_picture() -> None:
    assert widths_for(4000, 3000, 16_000) == (480, 960, 1440)
    assert widths_for(600, 400, 16_000) == (480, 600)
    assert widths_for(20, 10, 16_000) == (20,)
    assert widths_for(1080, 20_000, 16_000) == (480, 864)  # WebP ends at 16,383 pixels
    assert made(saved(scene(20, 10), "PNG"))[0].width == 20
    assert made(saved(scene(5000, 1), "PNG"))[0].height == 1


def test_colours_become_those_of_screens() -> None:
    assert largest(saved(scene().convert("CMYK"))).mode == "RGB"
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for wrong in (b"rubbish" * 40, lab):  # a profile that can't be applied is passed over
        assert min(pixel(largest(saved(scene(), icc_profile=wrong)), 20, 20)) > 240
    grey = Image.new("I;16", (300, 200))
    grey.putdata([number % 300 * 218 for number in range(60_000)])
    shades = [pixel(largest(saved(grey, "PNG")), x, 100)[0] for x in (10, 150, 290)]
    assert [round(shade, -1) for shade in shades] == [10, 130, 250]


def test_a_wide_gamut_is_brought_in_by_its_profile() -> None:
    """The primaries of the profile are swapped by its colorants, so that red must come out as green."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = srgb.index(b"rXYZ"), srgb.index(b"gXYZ")
    srgb[red : red + 4], srgb[green : green + 4] = b"gXYZ", b"rXYZ"
    shown = pixel(largest(saved(Image.new("RGB", (64, 64), (255, 0, 0)), icc_profile=bytes(srgb))), 30, 30)
    assert shown[1] - shown[0] > 120


def test_what_is_transparent_stays_so_and_only_that() -> None:
    sheet, files = made(saved(Image.new("RGBA", (600, 400), (255, 0, 0, 100)), "PNG"))
    assert sheet.plain == "png"
    for name, data in files.items():
        assert Image.open(BytesIO(data)).convert("RGBA").getpixel((5, 5))[3] in range(95, 106), name  # type: ignore[index]
    palette = scene(60, 40).quantize(8)
    assert made(saved(palette, "PNG", transparency=palette.getpixel((2, 2))))[0].plain == "png"
    assert made(saved(scene(60, 40).convert("RGBA"), "PNG"))[0].plain == "jpg"  # opaque all over


def test_the_first_of_two_in_a_photograph_is_the_photograph() -> None:
    both = saved(scene(300, 200), "MPO", save_all=True, append_images=[scene(30, 20)])
    assert made(both)[0].width == 300


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (photograph()[:4000], "picture-broken"),
        (saved(scene(), "PNG")[:900], "picture-broken"),
        (b"\x89PNG first", "picture-broken"),
        (b"", "picture-broken"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-is-heic"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-kind"),
        (b"<!doctype html><title>404</title>", "picture-kind"),
        (saved(scene(60, 40), "TIFF"), "picture-kind"),
        (bomb(), "picture-large"),
        (bomb(9000, 9000), "picture-large"),
        (saved(scene(60, 40), "GIF", save_all=True, append_images=[scene(60, 40, 200)]), "picture-animated"),
        (saved(scene(60, 40), "PNG", save_all=True, append_images=[scene(60, 40, 200)]), "picture-animated"),
        (saved(scene(60, 40), "WEBP", save_all=True, append_images=[scene(60, 40, 200)]), "picture-animated"),
    ],
)
def test_what_no_page_can_show_is_named(data: bytes, code: str) -> None:
    with pytest.raises(UnfitError) as caught:
        made(data)
    assert caught.value.code == code


def test_a_shelf_encodes_once_and_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, data = Shelf(tmp_path / "images"), photograph(60, 40)
    sheet = shelf.bring(data)
    assert {path.name for path in (tmp_path / "images" / sheet.key).iterdir()} == {*sheet.files(), "sheet.json"}
    monkeypatch.setattr("plugins.images.encoding.encoded", None)  # would fail if it were asked again
    assert shelf.bring(data) == sheet
    shelf.tidy(set())
    assert shelf.read(sheet.largest)  # so lately used that it may come back


def test_the_first_picture_is_fetched_at_once_and_the_others_in_time() -> None:
    sheet = Sheet("k", 960, 640, (480, 960), "jpg")
    body = '<figure><img src="hub:images/a.jpg" alt="果&amp;园"></figure><p><img src="hub:images/a.jpg" alt="又"></p>'
    page = placed(body, {"images/a.jpg": sheet}, "/hub", eager=True)
    first, second = page.split("<p>")
    assert first.count("<source") == 2
    assert 'src="/hub/images/k-960.jpg" width="960" height="640" alt="果&amp;园" fetchpriority="high"' in first
    assert 'srcset="/hub/images/k-480.avif 480w, /hub/images/k-960.avif 960w"' in first
    assert "lazy" not in first
    assert 'alt="又" loading="lazy" decoding="async"' in second
