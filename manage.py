#!/usr/bin/env python
"""Run Django's commands on this project."""

import os
import sys

from django.core.management import execute_from_command_line


def main():
    """Run the command that the shell asked for."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
