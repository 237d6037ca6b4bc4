"""The peers: each script writes a page from a CSV of lives, as its package documents it."""
