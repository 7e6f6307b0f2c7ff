"""Finding words in what people said: what a reader asks for, the index that answers it, and marking what was found."""
