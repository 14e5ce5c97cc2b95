"""Who may come in, how often and how many at once. Knows nothing of what is done for them inside."""
