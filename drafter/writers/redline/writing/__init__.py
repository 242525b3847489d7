"""Writing: paragraphs built anew with revision marks on words, paragraph marks, rows and looks."""
