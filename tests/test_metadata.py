"""What the file of a picture says besides the picture: read by the check, left out by the build."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from kb.read.document import notes_of
from kb.read.metadata import notes, parts
from PIL import Image, ImageChops, ImageOps, PngImagePlugin
from serve import Build
from toy import FILES, write

SECRET = "Maija 131052-308T"
TURNED = 6
ORIENTATION, ARTIST, COMMENT = 0x0112, 0x013B, 0x9C9C


def exif(order: str) -> Image.Exif:
    made = Image.Exif()
    made.endian = order
    made[ORIENTATION], made[ARTIST], made[COMMENT] = TURNED, SECRET, SECRET.encode("utf-16le")
    return made


def texts() -> PngImagePlugin.PngInfo:
    made = PngImagePlugin.PngInfo()
    made.add_text("Author", SECRET, zip=True)
    made.add_itxt("Comment", SECRET)
    return made


WITHOUT_LOSS = {"lossless": True}
SAVED = {
    "PNG": (".png", lambda order: {"pnginfo": texts(), "exif": exif(order)}),
    "JPEG": (".jpg", lambda order: {"exif": exif(order), "comment": SECRET}),
    "JPEG in steps": (".jpg", lambda order: {"exif": exif(order), "progressive": True}),
    "WEBP": (".webp", lambda order: {"exif": exif(order), "xmp": SECRET.encode(), **WITHOUT_LOSS}),
    "GIF": (".gif", lambda _: {"comment": SECRET}),
}


def saved(kind: str, order: str) -> tuple[bytes, str]:
    suffix, options = SAVED[kind]
    picture = Image.effect_noise((60, 40), 80).convert("P" if kind == "GIF" else "RGB")
    file = io.BytesIO()
    picture.save(file, kind.partition(" ")[0], **options(order))
    return file.getvalue(), suffix


def seen(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return ImageOps.exif_transpose(picture).convert("RGBA")


@pytest.mark.parametrize("after", [b"", SECRET.encode()], ids=["", "with more after its end"])
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", SAVED)
def test_a_picture_without_its_notes_looks_the_same(kind: str, order: str, after: bytes) -> None:
    data, suffix = saved(kind, order)
    found = parts(data + after, suffix)
    assert SECRET in notes(data + after, suffix)
    shown, before = seen(found.shows), seen(data)
    assert shown.size == before.size
    assert ImageChops.difference(shown, before).getbbox() is None
    for secret in (SECRET.encode(), SECRET.encode("utf-16le"), b"Comment", b"Author"):
        assert secret not in found.shows
    assert parts(found.shows, suffix).shows == found.shows


@pytest.mark.parametrize("kind", SAVED)
def test_a_picture_that_is_cut_short_is_told_or_says_nothing(kind: str) -> None:
    data, suffix = saved(kind, "<")
    for end in range(0, len(data), 7):
        found = parts(data[:end], suffix)
        assert SECRET.encode() not in found.shows or not found.is_whole


def test_a_kind_that_is_not_taken_apart_may_have_no_notes() -> None:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "AVIF")
    assert parts(file.getvalue(), ".avif").is_whole
    Image.new("RGB", (8, 8)).save(file, "AVIF", exif=exif("<"))
    assert not parts(file.getvalue(), ".avif").is_whole


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (b"/Title (Maija \\(131052-308T\\))", "Maija (131052-308T)"),
        (b"/Author (\\115aija)", "Maija"),
        (b"/Author <FEFF004D00610069006A0061>", "Maija"),
        (b"/Subject (\xfe\xff\0M\0a\0i\0j\0a)", "Maija"),
        (b"/Type /Metadata /Length 9 >> stream\n<x:xmpmeta>Maija</x:xmpmeta>\nendstream", "Maija"),
    ],
)
def test_what_a_document_says_of_itself(inside: bytes, said: str) -> None:
    assert said in notes_of(b"%PDF-1.7\n1 0 obj <<" + inside + b">> endobj\n%%EOF")


def test_the_build_publishes_a_picture_without_its_notes(tmp_path: Path, build: Build) -> None:
    docs = write(tmp_path / "docs", FILES)
    file = io.BytesIO()
    notes_of_a_camera = PngImagePlugin.PngInfo()
    notes_of_a_camera.add_text("Camera", "X100, 1234567")
    Image.effect_noise((9, 9), 80).save(file, "PNG", pnginfo=notes_of_a_camera)
    (docs / "kuva.png").write_bytes(file.getvalue() + b"PK\3\4 and more")
    published = build(docs, tmp_path / "site").files["kuva.png"]
    assert b"X100" in file.getvalue()
    assert published == parts(file.getvalue(), ".png").shows
    assert b"X100" not in published
