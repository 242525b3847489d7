"""Tools: the jobs for an assistant that runs on the same machine, over the Model Context Protocol.

The room owns the names and arguments of the tools, and that nothing goes anywhere but to standard output. A
tool answers with the JSON document of the job. Nothing is written unless the person who starts it allows it.
It may import the jobs and all below them; the command line starts it.
"""
