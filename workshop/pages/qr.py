"""QR codes, as pictures that the browser draws."""

from workshop.pages.elements import box
from workshop.qr import modules_of


def qr(text: str, classes: str, label: str) -> None:
    """A QR code as one SVG path, with its quiet zone, dark on white in every mode."""
    size, path = modules_of(text)
    svg = box(f"qr {classes}", "svg")
    svg.props.update({"viewBox": f"0 0 {size} {size}", "role": "img", "aria-label": label, "shape-rendering": "crispEdges"})
    with svg:
        box("", "rect").props.update({"width": size, "height": size, "fill": "#fff"})
        box("", "path").props.update({"d": path, "fill": "#000"})
