"""Notices on a device though no page is open: Web Push (RFC 8030), encrypted to the browser (8291), signed (8292)."""
