"""What a desk takes away of a report: a page, Markdown, a table of the ledger. Pure; knows nothing of HTTP or files."""
