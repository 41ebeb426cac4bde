"""The command `palabre`, also as `python -m workshop`. It loads nothing by itself: a process that only computes starts from here too."""

import gc


def main() -> None:
    """Loads the command line and runs it."""
    gc.disable()  # hardly anything of what is loaded is ever thrown away: looking for it takes a fifth of the time
    from workshop.cli import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
