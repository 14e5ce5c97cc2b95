"""The grammar of reporting: which words are said by whom, with which cue. speech.py is its door."""
