"""Words and names: folding, stems, content words, names that stand for each other, languages."""
