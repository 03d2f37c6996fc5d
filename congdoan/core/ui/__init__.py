"""The interface kit's Python side: icons, states, words of dates and numbers, the form renderer."""
