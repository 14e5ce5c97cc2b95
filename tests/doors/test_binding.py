import pytest

from service.doors import binding
from service.errors import BadSettings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_this_machine_alone_needs_no_key(host: str) -> None:
    binding.refuse_open(host, has_keys=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example", "localhost.example", ""])
def test_beyond_this_machine_a_key_is_needed_and_the_message_says_what_to_do(host: str) -> None:
    with pytest.raises(BadSettings, match="rashomon key new NAME.*RASHOMON_API_KEYS"):
        binding.refuse_open(host, has_keys=False)
    binding.refuse_open(host, has_keys=True)
