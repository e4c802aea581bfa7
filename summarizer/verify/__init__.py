"""Pure judges: one rule, one function, one id."""
