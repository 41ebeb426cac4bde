"""What a run was made on and with."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

PACKAGES: Final = ("python-socketio", "python-engineio", "uvicorn", "uvloop", "websockets", "orjson", "sqlalchemy", "nicegui", "pydantic")


def machine() -> str:
    """The processor, its cores, the system, and the versions of what takes part."""
    memory = next(int(line.split()[1]) for line in Path("/proc/meminfo").read_text("ascii").splitlines() if line.startswith("MemTotal"))
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    hardware = f"{_processor()}, {os.cpu_count()} cores, {memory / 1024 / 1024:.0f} GB, {system}"
    return f"{hardware}; {platform.python_implementation()} {platform.python_version()}, {packages}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        name, _colon, value = line.partition(":")
        if name.strip() in ("model name", "Model"):
            return value.strip()
    return platform.machine()
