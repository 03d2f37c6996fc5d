"""The small grammar of formulas: numbers, names of figures, + - * /, parentheses, tổng(...). No Django."""
