"""A drawing as a picture that mail programs show: SVG to PNG, with the fonts of our papers."""

from typing import Final

from congdoan.core.printing.pdf import compiler

DOTS: Final = 144
"""Dots an inch: two for each of the drawing's own at 72 points an inch."""
_PAGE: Final = (
    b"#set page(width: auto, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))\n'
)


def svg_to_png(svg: str, *, width: int) -> bytes:
    """`width` in points; texts of the drawing are in Liberation Serif."""
    output = compiler().compile(input=_PAGE, format="png", ppi=DOTS, sys_inputs={"svg": svg, "width": f"{width}pt"})
    assert isinstance(output, bytes)
    return output
