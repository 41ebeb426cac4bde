from workshop.address import ranked


def test_the_address_of_the_rooms_network_comes_first() -> None:
    adapters = [
        ("lo", "127.0.0.1"),
        ("docker0", "172.17.0.1"),
        ("tailscale0", "100.64.0.3"),
        ("eth0", "10.2.3.4"),
        ("wlan0", "192.168.1.20"),
        ("eth1", "169.254.3.4"),
    ]
    assert ranked(adapters) == ["192.168.1.20", "10.2.3.4", "172.17.0.1", "100.64.0.3"]


def test_without_a_network_there_is_none() -> None:
    assert ranked([("lo", "127.0.0.1")]) == []
