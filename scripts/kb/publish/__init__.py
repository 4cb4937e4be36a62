"""What the site writes beside MkDocs' own pages: pictures and the search index."""
