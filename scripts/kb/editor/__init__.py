"""The settings of the form editor, made from the field lists: what is declared is a form.

Everything is plain JSON for Sveltia CMS, in one language at a time; `editor/` has the program.
"""
