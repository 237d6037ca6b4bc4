"""`python -m exile_map` is the command `exile-map`."""

from exile_map.cli import start

start()
