"""The geometry of the pictures: numbers and words in, rectangles and labels out."""
