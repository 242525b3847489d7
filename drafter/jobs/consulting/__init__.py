"""Consulting: comments by the million, from files of rows to partitions of results.

    slices of the files ──read──▶ rows, sorted into buckets by what they say
    buckets             ──link──▶ one Parquet file for each; sayings, sorted by clause
    sayings              ──group─▶ issues

Each arrow is a pure function of what all parts share and one part; an engine maps it. Whoever says the same
words is in one bucket, so that each wording is understood once, and counted whole. The files, and with them
the order of work, are the same whatever the engine; a manifest keeps what is done (`manifest`).
"""
