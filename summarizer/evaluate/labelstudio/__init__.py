"""Labels and digests to and from Label Studio's JSON, for teams that label in a tool they know."""
