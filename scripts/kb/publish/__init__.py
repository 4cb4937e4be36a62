"""A build from content to the built site, told without MkDocs: what is read, made and written."""
