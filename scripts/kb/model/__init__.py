"""The model: what the files say, as values; nothing here reads, checks or renders."""
