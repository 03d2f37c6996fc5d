"""What keeps a server answering when more people come than it can serve: a short line, and a clear page beyond it."""
