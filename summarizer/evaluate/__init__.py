"""Labels, alignment, metrics, gate."""
