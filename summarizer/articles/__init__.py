"""Sources become articles."""
