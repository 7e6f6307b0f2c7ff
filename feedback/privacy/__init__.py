"""Taking a person out of everything that is kept, and letting go of what is old."""
