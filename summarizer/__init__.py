"""Conflict-event, casualty and claim records out of wire articles."""

__version__ = "0.1.0"
