from pathlib import Path

import pytest

from workshop.settings import SettingsError, load


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_flags_come_before_the_environment_and_the_environment_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("palabre.toml").write_text('port = 1001\nhost = "10.0.0.1"\nwifi_name = "Salle"')
    monkeypatch.setenv("PALABRE_PORT", "1002")
    monkeypatch.setenv("PALABRE_HOST", "10.0.0.2")
    settings = load(host="10.0.0.3", port=None)
    assert (settings.host, settings.port, settings.wifi_name) == ("10.0.0.3", 1002, "Salle")


def test_the_database_is_a_file_in_the_data_folder_unless_it_is_set() -> None:
    assert load(data=Path("here")).database_url.endswith("here/palabre.sqlite")
    assert load(database="postgresql://x/y").database_url == "postgresql://x/y"


@pytest.mark.parametrize("flags", [{"port": 0}, {"port": 70000}, {"public_url": "palabre.example"}, {"public_url": "http://x/y"}])
def test_what_does_not_fit_is_named(flags: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=next(iter(flags))):
        load(**flags)


def test_a_file_that_is_no_toml_or_has_an_unknown_setting_is_named() -> None:
    Path("palabre.toml").write_text("port 80")
    with pytest.raises(SettingsError, match=r"palabre\.toml"):
        load()
    Path("palabre.toml").write_text("prot = 80")
    with pytest.raises(SettingsError, match="prot"):
        load()
