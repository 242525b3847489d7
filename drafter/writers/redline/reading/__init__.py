"""Reading: paragraphs of a draft as what they are compared by, earlier revisions taken as accepted."""
