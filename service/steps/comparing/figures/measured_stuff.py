"""How much of a stuff a count tells where its noun is a unit: square metres, grams, litres.

Knows no sentences. Of "ton" and "gallon" there are several; the range holds them all.
"""

from service.models import Figure

# One line, one quantity: unit, least and most of its base unit.
_UNITS = {
    "area": (
        ("square metre", 1, 1), ("square meter", 1, 1), ("square foot", 0.0929, 0.0929), ("acre", 4047, 4047),
        ("hectare", 10_000, 10_000), ("square kilometre", 1e6, 1e6), ("square kilometer", 1e6, 1e6),
        ("square mile", 2.59e6, 2.59e6),
    ),
    "weight": (
        ("gram", 1, 1), ("gramme", 1, 1), ("ounce", 28.3, 31.2), ("pound", 453.6, 453.6), ("stone", 6350, 6350),
        ("kilo", 1e3, 1e3), ("kilogram", 1e3, 1e3), ("kilogramme", 1e3, 1e3), ("kg", 1e3, 1e3), ("tonne", 1e6, 1e6),
        ("ton", 9.07e5, 1.016e6),
    ),
    "volume": (
        ("litre", 1, 1), ("liter", 1, 1), ("pint", 0.47, 0.57), ("gallon", 3.78, 4.55), ("barrel", 158, 160),
        ("cubic metre", 1e3, 1e3), ("cubic meter", 1e3, 1e3),
    ),
}  # fmt: skip
_UNIT_OF = {name: (stuff, least, most) for stuff, units in _UNITS.items() for name, least, most in units}


def convert(figure: Figure) -> Figure:
    """The figure in the base unit of its quantity, its noun the quantity; any other figure as it is."""
    unit = _UNIT_OF.get(figure.noun) if figure.kind == "count" else None
    if unit is None:
        return figure
    stuff, least, most = unit
    low = None if figure.low is None else figure.low * least
    high = None if figure.high is None else figure.high * most
    return figure.model_copy(update={"low": low, "high": high, "noun": stuff})


def is_stuff(noun: str) -> bool:
    """Whether a counted noun is a unit of stuff."""
    return noun in _UNIT_OF
