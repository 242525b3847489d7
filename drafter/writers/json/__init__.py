"""JSON: the documents of the contract, written and read back by the same classes; owns their schemas.

Each module holds one document: its class, those of its parts (`ClauseJson` is a `Clause` as JSON),
fields in the order of the keys, and the function from values to it.
"""
