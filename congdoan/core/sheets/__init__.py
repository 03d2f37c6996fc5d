"""Sheets that people upload: read with the rows as seen in Excel, given back with what was wrong marked."""
