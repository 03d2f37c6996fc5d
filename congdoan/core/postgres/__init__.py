"""The embedded PostgreSQL: a real server under our own supervision, shared by every process of one data folder."""
