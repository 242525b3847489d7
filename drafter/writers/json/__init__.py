"""JSON: the documents of the contract."""
