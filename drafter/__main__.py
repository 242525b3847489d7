"""`python -m drafter`: the same as the console script."""

from drafter.cli import main

main()
