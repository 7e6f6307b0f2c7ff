"""What is asked of people and of groups over all cycles, in hours and in single things (R72; c5)."""
