"""The data for others to use: JSON that a schema describes, and tables for spreadsheets."""
