"""The desk's one exception: what an editor asked for can't be done, and how to mend that."""


class RefusalError(Exception):
    """Its message is printed as it stands, in Chinese."""
