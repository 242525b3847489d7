"""Vietnamese text: normal form, words, numerals, references, lexicons, the spaCy pipeline."""
