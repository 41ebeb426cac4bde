"""`python -m workshop` is the command `palabre`."""

from workshop.cli import main

if __name__ == "__main__":
    main()
