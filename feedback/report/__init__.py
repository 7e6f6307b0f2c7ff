"""The report of a stage: what it holds for one reader, as a page and as a PDF."""
