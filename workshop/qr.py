"""QR codes as one path, for whoever draws them; and what the code of a Wi-Fi holds."""

from functools import lru_cache


@lru_cache(maxsize=256)
def modules_of(text: str) -> tuple[int, str]:
    """How many modules wide a QR code is, with its quiet zone of four, and the dark ones as the path of an SVG."""
    import qrcode  # brings a library for pictures along, which no phone waits for

    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, one in enumerate(row) if one)
    return len(rows), "".join(dark)


def wifi(name: str, password: str) -> str:
    """What a phone reads to join a Wi-Fi; without a password it is an open one."""
    secret = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"T:nopass;S:{_escaped(name)}"
    return f"WIFI:{secret};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,":' else sign for sign in text)
