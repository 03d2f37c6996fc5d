"""Lists as XLSX and CSV: every list page gives what its filter shows."""
