"""Settings: from the command line, from the environment (`PALABRE_PORT=80`), or from a file `palabre.toml`, in this order."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource


class SettingsError(ValueError):
    """Settings that do not fit; the text names the setting and what to do."""


class Settings(BaseSettings):
    """How this server runs."""

    model_config = SettingsConfigDict(env_prefix="PALABRE_", toml_file="palabre.toml", extra="forbid")

    host: str = "0.0.0.0"
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    data: Path = Path("palabre-data")
    public_url: Annotated[str, Field(pattern=r"^(https?://[^\s/]+(:\d+)?)?/?$")] = ""
    database: str = ""
    browser: bool = True
    wifi_name: str = ""
    wifi_password: str = ""
    rate: Annotated[float, Field(gt=0)] = 5
    burst: Annotated[int, Field(ge=1)] = 20
    gallery: bool = False
    picture_mb: Annotated[float, Field(gt=0, le=64)] = 8
    export_to: Path | None = None
    export_every: Annotated[float, Field(ge=0, le=24 * 366)] = 0
    pictures_mb: Annotated[float, Field(gt=0)] = 200
    retention_months: Annotated[int, Field(ge=0, le=600)] = 24

    @property
    def database_url(self) -> str:
        """The database: the one that was set, or SQLite in the data folder."""
        return self.database or f"sqlite:///{(self.data / 'palabre.sqlite').resolve()}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**flags: Any) -> Settings:
    """The settings, with the flags that were given (None: not given). Raises `SettingsError`."""
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']} (got {one['input']!r})" for one in error.errors())
        raise SettingsError(f"These settings do not fit: {wrong}. Mend the flag, PALABRE_… or palabre.toml.") from None
    except ValueError as error:
        raise SettingsError(f"palabre.toml cannot be read: {error}. Mend or remove the file.") from None
