"""Wording: facts → sentences in Vietnamese and English. No other room writes a sentence for people.

The sentences stand in `data/*.toml`, one file for each topic; a module here turns the values of one kind
into them. Every sentence comes in the language of the output. What is quoted stays as it was written: the
texts of files, names of agencies and files, and locators, which are the draft's own addresses (`điểm a,
khoản 2, mục III`) and are found in it by these words, in English output too. A comment made of an edit in a
copy, and the authors of normalised words in a redline, are Vietnamese text of the file for the same reason.

May import `errors`, `model` and `language`. `analyses` may not import it: they give facts.
"""
