"""Durable jobs: an analysis that is promised now and finished later, whatever happens to the process in between."""
