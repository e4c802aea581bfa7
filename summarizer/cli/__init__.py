"""The command line: parse, build settings, call, print, exit code."""


def main() -> None:
    """Entry point."""
