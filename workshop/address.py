"""The address that phones in the room can reach: chosen among the addresses of this machine."""

import ipaddress
from collections.abc import Iterable

import ifaddr

VIRTUAL = (
    "lo",
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "tun",
    "tap",
    "utun",
    "wg",
    "tailscale",
    "zt",
    "cni",
    "flannel",
)


def reachable() -> list[str]:
    """The IPv4 addresses of this machine, the one that phones on the same Wi-Fi most likely reach first."""
    pairs = [(adapter.nice_name, str(ip.ip)) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return ranked(pairs)


def ranked(adapters: Iterable[tuple[str, str]]) -> list[str]:
    """Addresses by how likely they are the room's: real adapters before virtual ones, home networks before others."""

    def rank(pair: tuple[str, str]) -> tuple[bool, int]:
        name, text = pair
        networks = ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")
        address = ipaddress.ip_address(text)
        kind = next((n for n, network in enumerate(networks) if address in ipaddress.ip_network(network)), len(networks))
        return name.lower().startswith(VIRTUAL), kind

    useful = [pair for pair in adapters if not _useless(pair[1])]
    return [text for _name, text in sorted(useful, key=rank)]


def _useless(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified
