"""Wording: facts → sentences in Vietnamese and English. No other room writes a sentence for people.

May import `model` and `language`.
"""
