"""Who is in the room of a stage and who is missing: in numbers, of which the small ones are words (R69; c4, c5)."""
