"""How another system is told of an event: signed, at an address that is no way into our own network."""
