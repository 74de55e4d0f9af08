"""The page for on screen in the meeting: the document as one file of HTML that needs no network."""
