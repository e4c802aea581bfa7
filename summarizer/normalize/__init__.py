"""Pure readers of words. `None` = not recognised."""
