"""`python -m congdoan.cli`: the same command line, where the script `congdoan` is not at hand."""

from congdoan.cli import main

main()
