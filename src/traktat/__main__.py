"""`python -m traktat` is `traktat`."""

from traktat.cli import main

if __name__ == "__main__":  # a reading process imports this module too, and must not run it
    main()
