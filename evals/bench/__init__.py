"""The pipeline's own steps on public data that nobody on this project wrote: one benchmark a file, suite.py runs all.

The data is read by path and never copied. Nobody may tune on the rows a figure is given for: of a file with a `dev`
twin the test file, of any other the documents of its second half (of the French one all: it must only stay silent).
What makes a figure ours is the product's code, on the data's sentences as articles' body sentences; layout and
publication times, which the data lacks, play no part.
"""
