"""Search: one index per language, fetched when the reader searches."""
