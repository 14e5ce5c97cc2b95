"""Where the service may listen: beyond this machine only behind keys. Knows nothing of servers."""

import ipaddress

from service.errors import BadSettings


def refuse_open(host: str, *, has_keys: bool) -> None:
    """Raises BadSettings where other machines could reach a service without keys."""
    if has_keys or is_loopback(host):
        return
    raise BadSettings(
        f"listening on {host} lets other machines in, and there are no keys: run `rashomon key new NAME`, put the line "
        "it prints into RASHOMON_API_KEYS and start again, or listen on 127.0.0.1"
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`. A name that is not localhost is not looked up, and is not."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
