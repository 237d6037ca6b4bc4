"""What exile_map takes, side by side with what one would use otherwise: `python -m benchmarks`."""
