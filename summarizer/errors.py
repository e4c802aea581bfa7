"""What can go wrong, as a caller sees it.

    SummarizerError                 root; `exit_code` is what the command line ends with
    ├── UsageError              2   the call itself makes no sense
    ├── ArticleError            3   the input is unusable as an article
    │   ├── ArticleNotFound         no such file, a dangling link, a loop
    │   ├── ArticleUnreadable       a folder, a pipe, no permission
    │   ├── ArticleTooLarge         over the size limit; refused before reading
    │   └── ArticleNotText          binary, archive, image, empty
    ├── ConfigurationError      4   key, model, quota or setting is wrong; asking again cannot help
    ├── ProviderError           5   the model endpoint failed after retries or at the deadline
    ├── AnswerError             6   the model answered, but with nothing that can be used
    │   ├── AnswerRefused           it declined
    │   └── AnswerFiltered          the provider's content filter withheld the answer
    └── StorageError            7   disk, permission, store

`None` from a reader means "not recognised"; a `Finding` means the data or the model is wrong; an exception means
the caller's input or environment is. Source of the exit codes: docs/cli.md.
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Root of every error this package raises on purpose. `exit_code` is the process exit status it stands for."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SummarizerError):
    """The call makes no sense: contradicting options, nothing to read."""

    exit_code = 2


class ArticleError(SummarizerError):
    """The input cannot be read as an article."""

    exit_code = 3


class ArticleNotFound(ArticleError):
    """The path leads nowhere."""


class ArticleUnreadable(ArticleError):
    """The path exists but is not a regular file we may read."""


class ArticleTooLarge(ArticleError):
    """The input is over the size limit."""


class ArticleNotText(ArticleError):
    """The input is empty or its bytes are not text."""


class ConfigurationError(SummarizerError):
    """A key, model, quota or setting is wrong; asking again cannot help."""

    exit_code = 4


class ProviderError(SummarizerError):
    """The model endpoint failed after every allowed retry, or the deadline passed."""

    exit_code = 5


class AnswerError(SummarizerError):
    """The model answered, but nothing in the answer can be used."""

    exit_code = 6


class AnswerRefused(AnswerError):
    """The model declined to answer; asking again is not tried."""


class AnswerFiltered(AnswerError):
    """The provider's content filter withheld the answer."""


class StorageError(SummarizerError):
    """A disk, permission or store problem; what was written before is intact."""

    exit_code = 7
