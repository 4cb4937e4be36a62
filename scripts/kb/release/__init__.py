"""A built site on its way to its readers: checked, packed, put in its place whole or not at all."""
