"""The nouns: frozen types for what an article says and what we stand behind."""
