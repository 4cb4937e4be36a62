"""The knowledge base: content read from files, checked, and rendered in two languages."""
