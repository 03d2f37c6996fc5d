def path_of(digest: str) -> str:
    """Where the bytes lie in the storage: two levels of folders, so that none grows too large."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"
