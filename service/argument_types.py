"""What the parsers of all commands share: types of sub-commands and of numbers within bounds. Nothing heavy in it."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Reads a number from `least` to `most`, in plain digits; what is none is explained with both bounds."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}")
        return int(text)

    return read
