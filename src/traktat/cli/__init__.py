"""The command line: one file for each group of commands, each command one question."""


def main() -> None:
    """Run the program."""
    from traktat.cli.interrupting import interruptible
    from traktat.cli.program import program

    with interruptible():
        program(prog_name="traktat")
