"""Equality figures: asked apart from everything else, never of one person, shown only in counts that stand (R69)."""
