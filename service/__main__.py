"""Runs the command line: `python -m service`, and the script `rashomon`."""

from service.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
