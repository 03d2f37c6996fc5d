"""What every part of the programming interface shares: errors, pages, answers with versions."""
