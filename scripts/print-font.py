#!/usr/bin/env python3
"""Makes the font of printed reports of Noto Sans CJK SC; needs fontTools.

scripts/print-font.py NotoSansCJK-Regular.ttc consultation-service/src/main/resources/font/NotoSansCJKsc-Regular.otf

Kept: all Han characters of the font, Latin, Greek, punctuation, units, arrows, boxes. Left out: Hangul, Kana and layout
features. OpenPDF writes the number of a glyph where a PDF wants its CID, so that both are made the same.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

CHARACTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x22FF), (0x2460, 0x24FF),
    (0x25A0, 0x26FF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF), (0x20000, 0x3134F),
)


def main(source, target):
    fonts = TTCollection(source).fonts
    font = next(font for font in fonts if font["name"].getDebugName(4) == "Noto Sans CJK SC")
    options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"])
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GPOS", "GSUB", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in CHARACTERS for code in range(first, last + 1)])
    subsetter.subset(font)
    renumber(font)
    font.save(target)


def renumber(font):
    before = font.getGlyphOrder()
    after = [".notdef"] + ["cid%05d" % number for number in range(1, len(before))]
    names = dict(zip(before, after))
    top = font["CFF "].cff.topDictIndex[0]
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    for table in font["cmap"].tables:
        table.cmap = {code: names[name] for code, name in table.cmap.items()}
    font["hmtx"].metrics = {names[name]: metric for name, metric in font["hmtx"].metrics.items()}
    top.CharStrings.charStrings = {names[name]: glyph for name, glyph in top.CharStrings.charStrings.items()}
    top.charset = top.CharStrings.charset = after
    font.setGlyphOrder(after)


if __name__ == "__main__":
    main(*sys.argv[1:])
