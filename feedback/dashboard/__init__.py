"""The dashboard of a cycle, of a part of an authority, or of all of it: what is late, owed, agreed and asked (C10).

Figures are the same for every reader, because how many there are is told to everybody anyway; the list behind a figure
has a line for each thing that it counts, and says of those that are not open to its reader only that they are there. A
new figure is a `Figure` in one of the parts, with its count and its lines.
"""

from . import agreements, answers, days, groups, obstacles, payments, promises

# What is counted by cycle.
PARTS = (answers.PART, agreements.PART, promises.PART, days.PART, obstacles.PART, payments.PART)
ALL = (*PARTS, groups.PART)
