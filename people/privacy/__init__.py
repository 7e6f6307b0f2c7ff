"""What is kept about people: the registry of it, and finding what is one person's."""
