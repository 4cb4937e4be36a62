"""Words: which inflected form belongs to which dictionary word, in Finnish and in Swedish."""
