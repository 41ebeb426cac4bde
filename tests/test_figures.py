import re

from workshop.figures import Figures, exposition


def test_figures_are_told_in_the_format_of_prometheus() -> None:
    figures = Figures()
    figures.commands_accepted_total += 3
    figures.beat_seconds_total += 0.25
    told = exposition(figures)
    assert "# TYPE palabre_commands_accepted_total counter\npalabre_commands_accepted_total 3\n" in told
    assert "\npalabre_beat_seconds_total 0.25\n" in told
    assert "# TYPE palabre_phones_stale gauge\npalabre_phones_stale 0\n" in told


LINE = r"# HELP palabre_\w+ .+|# TYPE palabre_\w+ (counter|gauge)|palabre_\w+ [0-9.e+]+"


def test_a_large_count_stays_exact_and_every_line_can_be_read() -> None:
    told = exposition(Figures(events_total=123_456_789))
    assert "palabre_events_total 123456789\n" in told
    assert all(re.fullmatch(LINE, line) for line in told.splitlines())
