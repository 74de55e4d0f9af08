"""The memo of two pages that opens the document: what is asked, what comes first, how sure."""
