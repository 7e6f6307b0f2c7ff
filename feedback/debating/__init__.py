"""Debating: who may say what in a debate, in which order, and what is written down of it (R90; c6).

What each side holds comes first and stands; others ask why and how; only then somebody puts a common view. What stays
disputed is kept beside what was agreed, for good.
"""
