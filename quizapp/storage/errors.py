"""What can go wrong between the product and its database, named for what happened."""


class StorageError(Exception):
    """The database cannot be used; the message is one line for the person who runs the server."""


class NotSaved(StorageError):
    """A write did not happen, for a reason that lies with the machine; it may be tried again."""


class StorageFull(NotSaved):
    """The disk is full, or the database's file cannot be written; nothing of the write was kept."""


class StorageBusy(NotSaved):
    """Another writer held the database for too long; the write did not happen and may be tried again."""


class NewerDatabase(StorageError):
    """The database was written by a newer version of the program."""


class UnusableAddress(StorageError):
    """The address of the database names none that this program can use."""


class UnwritableData(StorageError):
    """The data directory cannot be written."""
