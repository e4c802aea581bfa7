"""`python -m summarizer.cli` is `summarize`."""

import sys

from summarizer.cli import main

sys.exit(main())
