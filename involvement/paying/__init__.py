"""What people are paid and paid back: figures of others as suggestions, who may claim, weeks, totals, letters (R76)."""
