"""Units and officers from a sheet: read, checked as a whole, then written at once or not at all."""
