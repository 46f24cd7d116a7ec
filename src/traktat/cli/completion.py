"""`traktat completion`: what a shell needs to complete commands and agreements."""

from __future__ import annotations

import click

from traktat.cli.options import examples

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        'eval "$(traktat completion bash)"       # in ~/.bashrc',
        'eval "$(traktat completion zsh)"        # in ~/.zshrc',
        "traktat completion fish | source        # in ~/.config/fish/config.fish",
    ),
    short_help="Print the completion script of a shell.",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete commands, options and agreements."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None  # click knows the three shells
    program = ctx.find_root().command
    click.echo(complete(program, {}, "traktat", "_TRAKTAT_COMPLETE").source())
