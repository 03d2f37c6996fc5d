"""The burn-up as a picture for mails, in which no style sheet and no font of ours reaches the reader."""

from html import escape
from typing import Final

from congdoan.core.printing.picture import svg_to_png
from congdoan.steering.drawing import HIGH, WIDE, BurnupDrawing, months_shown

_LEFT, _TOP, _WIDE, _HIGH = 40, 26, 560, 200
_SIZE: Final = (620, 290)
_TEXT: Final = 'font-family="Liberation Serif" font-size="13"'


def burnup_png(drawing: BurnupDrawing) -> bytes:
    """1240 dots wide."""
    return svg_to_png(burnup_svg(drawing), width=_SIZE[0])


def burnup_svg(drawing: BurnupDrawing) -> str:
    """Dashes are what was due, the full line what was accepted: told apart without colour."""
    now = _LEFT + drawing.now_x / WIDE * _WIDE
    side = "end" if drawing.is_late_half else "start"
    burnup = drawing.burnup
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE[0]}" height="{_SIZE[1]}"'
        f' viewBox="0 0 {_SIZE[0]} {_SIZE[1]}"><rect width="100%" height="100%" fill="#FFFFFF"/>'
    ]
    for rung in drawing.rungs:
        y = _TOP + rung.y / HIGH * _HIGH
        parts.append(f'<line x1="{_LEFT}" x2="{_LEFT + _WIDE}" y1="{y}" y2="{y}" stroke="#E0E4E9"/>')
        parts.append(_text(_LEFT - 6, y + 4, str(rung.figure), "end"))
    base = _TOP + _HIGH
    parts.append(f'<line x1="{_LEFT}" x2="{_LEFT + _WIDE}" y1="{base}" y2="{base}" stroke="#46525F"/>')
    for month in months_shown(drawing.scale):
        parts.append(_text(_LEFT + float(month.x.rstrip("%")) / 100 * _WIDE, base + 18, month.words, "middle"))
    parts += [
        _line(drawing.due_path, 'stroke="#5D6977" stroke-dasharray="7 4"'),
        _line(drawing.done_path, 'stroke="#17703C"'),
        f'<line x1="{now}" x2="{now}" y1="{_TOP}" y2="{base}" stroke="#0F4C8A" stroke-width="1.5"/>',
        _text(now, 16, f"Hôm nay {burnup.today:%d/%m/%Y}", side, "#0F4C8A"),
        f'<line x1="{_LEFT}" x2="{_LEFT + 30}" y1="272" y2="272" stroke="#5D6977" stroke-width="2.5"'
        ' stroke-dasharray="7 4"/>',
        _text(_LEFT + 36, 276, f"phải xong theo hạn: {burnup.due_now}"),
        f'<line x1="{_LEFT + 240}" x2="{_LEFT + 270}" y1="272" y2="272" stroke="#17703C" stroke-width="3"/>',
        _text(_LEFT + 276, 276, f"đã nghiệm thu: {burnup.done_now}"),
        "</svg>",
    ]
    return "".join(parts)


def _line(path: str, stroke: str) -> str:
    """The path's box is stretched to the picture's; its stroke is not."""
    return f'<path d="{_stretched(path)}" fill="none" stroke-width="2.5" {stroke}/>'


def _stretched(path: str) -> str:
    """The same steps in the picture's own lengths."""
    found = []
    for step in path.split(" H"):
        across, _, up = step.partition("V")
        if not up:  # the beginning: "M0 200"
            x, y = across.removeprefix("M").split(" ")
            found.append(f"M{_x(x)} {_y(y)}")
        else:
            found.append(f"H{_x(across)}V{_y(up)}")
    return " ".join(found)


def _x(text: str) -> str:
    return f"{_LEFT + float(text) / WIDE * _WIDE:.1f}"


def _y(text: str) -> str:
    return f"{_TOP + float(text) / HIGH * _HIGH:.1f}"


def _text(x: float, y: float, words: str, anchor: str = "start", fill: str = "#19222E") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_TEXT} fill="{fill}" text-anchor="{anchor}">{escape(words)}</text>'
