"""Work that comes again: its periods, and the day by which each must be done. No database here."""
