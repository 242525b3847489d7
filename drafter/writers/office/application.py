"""What office files say of who made them, and when."""

from datetime import datetime

# Equal inputs give equal bytes: a file says nothing of when it was made.
EPOCH = datetime(2000, 1, 1)

# Both libraries claim that Microsoft's program made the file.
APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>drafter</Application></Properties>"
)
