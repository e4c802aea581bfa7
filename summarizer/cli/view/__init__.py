"""A digest as text for a terminal."""
