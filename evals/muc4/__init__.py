"""MUC-4 as a yardstick from outside: the adapter and the scorer. The corpus itself is never part of this project."""
