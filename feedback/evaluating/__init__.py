"""The involvement itself, evaluated: how both sides rate it, what it changed, and whether power shifts (R62, R63)."""
