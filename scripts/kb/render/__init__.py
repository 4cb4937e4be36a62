"""Render: records to Markdown, pages to what their templates show."""
