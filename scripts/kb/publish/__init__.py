"""What the site writes beside MkDocs' own pages: styles, scripts and the search index."""
