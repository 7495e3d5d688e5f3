"""What a text may do to a terminal: nothing."""

# Each control character has a picture in Unicode, which shows that it stands there.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES |= {0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}


def visible(text: str) -> str:
    r"""Return a text whose control characters, but for tabs and line feeds, are to be seen.

    A saved page may hold sequences that recolour a terminal, name its window, or write to it.

    >>> visible("a\x1b[31mb\x9bc")
    'a␛[31mb�c'
    """
    return text.translate(_PICTURES)
