"""Who leads, cooperates, decides and is told for each duty of an organ: the responsibility matrix, by date."""
