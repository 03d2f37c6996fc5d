"""Known tasks, leads and days, printed in the layouts of many offices: what the reader makes of papers it never saw."""
