"""Pictures that say where they were taken, or that move, are told; the command mends the first."""

from __future__ import annotations

from pathlib import Path

import picture as command
import pytest
from kb.model.published import Kind
from kb.read.media import media_findings
from kb.read.pictures import tells_place
from PIL import ExifTags, Image

FORMATS = ("jpg", "png", "webp")


def taken(file: Path, *, where: bool) -> Path:
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "Kamera"
    if where:
        exif[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (60.0, 10.0, 15.0),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (24.0, 56.0, 15.0),
        }
    Image.new("RGB", (9, 9)).save(file, exif=exif)
    return file


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_place_is_told_and_goes_with_the_command(suffix: str, tmp_path: Path) -> None:
    file = taken(tmp_path / f"a.{suffix}", where=True)
    [finding] = media_findings(file, Kind.PICTURE, "docs/a")
    assert finding.rule.id == "wrong-content" and "make picture FILE=docs/a" in finding.message.fi
    assert command.main([str(file)]) == 0
    assert not tells_place(file.read_bytes())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_picture_that_tells_only_its_camera_is_well(suffix: str, tmp_path: Path) -> None:
    file = taken(tmp_path / f"a.{suffix}", where=False)
    assert list(media_findings(file, Kind.PICTURE, "docs/a")) == []


def test_a_place_in_words_is_told_and_goes_with_the_command(tmp_path: Path) -> None:
    words = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="60,10N"/>'
    file = tmp_path / "a.webp"
    Image.new("RGB", (9, 9)).save(file, xmp=words)
    assert tells_place(file.read_bytes())
    assert command.main([str(file)]) == 0
    assert not tells_place(file.read_bytes())


def test_what_cannot_be_read_tells_no_place() -> None:
    assert not tells_place(b"\xff\xd8\xff\xe1\x00\x10Exif\0\0II*\0\xff")


@pytest.mark.parametrize("suffix", ["gif", "png", "webp"])
def test_a_picture_that_moves_is_told(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{suffix}"
    red, white = (Image.new("RGB", (9, 9), colour) for colour in ("red", "white"))
    red.save(file, save_all=True, append_images=[white], duration=30, loop=0)
    [finding] = media_findings(file, Kind.PICTURE, "docs/a")
    assert finding.rule.id == "wrong-content" and "liikkuu" in finding.message.fi
    red.save(file)
    assert list(media_findings(file, Kind.PICTURE, "docs/a")) == []
