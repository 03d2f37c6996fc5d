"""One archive of everything: the database and the files of one moment, and the way back."""
