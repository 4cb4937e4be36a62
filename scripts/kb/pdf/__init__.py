"""The built pages of a language bound into one document, and that document as PDF."""
