"""drafter: reads drafts and written comments, and shows comment by comment what was done."""

__version__ = "0.1.0"
