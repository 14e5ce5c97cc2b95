"""Two short articles on one invented event, others for every number: nothing comes from a cache by chance."""

from typing import Any

_TOWNS = ("Ansel", "Brenn", "Calder", "Dorning", "Esker", "Fallow", "Gorse", "Hallam")
_VESSELS = ("ferry", "trawler", "tanker", "barge", "tug", "yacht", "launch", "freighter")


def make(number: int) -> dict[str, Any]:
    """Story `number`, as a POST /analyze body. Its ids hold the number."""
    town, vessel = _TOWNS[number % 8], _VESSELS[number // 8 % 8]
    about = f"The {vessel} Number {number} sank off Port {town}"
    texts = {
        "post": f"{about} on Monday evening. {number + 12} people died in the cold water. "
        "The harbour master opened an inquiry into the sinking.",
        "echo": f"{about} late on Monday. {number + 9} people died in the cold water. "
        "Divers searched the wreck through the night.",
    }
    return {"articles": [{"id": f"{name}-{number}", "outlet": name, "text": text} for name, text in texts.items()]}


def ids(number: int) -> set[str]:
    """The ids of the articles of story `number`."""
    return {article["id"] for article in make(number)["articles"]}
