"""QR codes, as pictures that the browser draws."""

import io

from workshop.pages.elements import box


def qr(text: str, classes: str, label: str) -> None:
    """A QR code as one SVG path, with its quiet zone, dark on white in every mode."""
    import qrcode

    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    path = io.StringIO()
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                path.write(f"M{x} {y}h1v1h-1z")
    svg = box(f"qr {classes}", "svg")
    svg.props.update({"viewBox": f"0 0 {len(rows)} {len(rows)}", "role": "img", "aria-label": label, "shape-rendering": "crispEdges"})
    with svg:
        box("", "rect").props.update({"width": len(rows), "height": len(rows), "fill": "#fff"})
        box("", "path").props.update({"d": path.getvalue(), "fill": "#000"})


def wifi(name: str, password: str) -> str:
    """What a phone reads to join a Wi-Fi; without a password it is an open one."""
    secret = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"T:nopass;S:{_escaped(name)}"
    return f"WIFI:{secret};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,":' else sign for sign in text)
