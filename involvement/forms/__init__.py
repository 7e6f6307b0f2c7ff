"""Forms of the agreement: its words, its parties' terms, and their answers."""
