"""Proves the Dockerfile's steps where no container engine is at hand: each one is run in a clean Debian root."""
