"""Jobs: one function for each job that a user names; a workspace and options in, values out.

The room owns what a job is made of: which drafts it means, which stages it runs, what it hands back, and
the one place where an output goes to the disk. It knows no terminal and no page: `cli` and `web` stand on
it. It may import the workspace and all below it.
"""
