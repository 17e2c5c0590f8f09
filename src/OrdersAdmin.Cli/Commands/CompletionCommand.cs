using System.CommandLine;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>completion bash|zsh|fish</c>: a script that asks this very tool for the words that fit.</summary>
internal static class CompletionCommand
{
    // The directive [suggest:position] is answered by System.CommandLine.
    private const string Bash = """
        # orders-admin completion for bash
        _orders_admin() {
          local IFS=$'\n' line="${COMP_LINE:0:$COMP_POINT}"
          # A colon is a word break for readline; what stands before it is typed already.
          COMPREPLY=($(compgen -W "$(orders-admin "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _orders_admin orders-admin

        """;

    private const string Zsh = """
        #compdef orders-admin
        # orders-admin completion for zsh
        _orders_admin() {
          local line="${(j: :)words[1,CURRENT]}"
          local -a fitting
          fitting=(${(f)"$(orders-admin "[suggest:${#line}]" "$line" 2>/dev/null)"})
          if (( ${#fitting} )); then compadd -a fitting; else _files; fi
        }
        # Loaded by name from a folder of functions, or sourced.
        if [[ $funcstack[1] == _orders-admin ]]; then _orders_admin "$@"; else compdef _orders_admin orders-admin; fi

        """;

    private const string Fish = """
        # orders-admin completion for fish
        function __orders_admin_suggest
          set -l line (commandline -cp)
          orders-admin "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c orders-admin -a '(__orders_admin_suggest)'

        """;

    public static Command Make(Desk desk) => new("completion", "Print a script that completes commands and options in a shell.")
    {
        Script(desk, "bash", Bash, "completion bash > ~/.local/share/bash-completion/completions/orders-admin"),
        Script(desk, "zsh", Zsh, "completion zsh > \"${fpath[1]}/_orders-admin\""),
        Script(desk, "fish", Fish, "completion fish > ~/.config/fish/completions/orders-admin.fish"),
    };

    private static ExampledCommand Script(Desk desk, string shell, string script, string example)
    {
        var command = new ExampledCommand(shell, $"For {shell}.") { Examples = [example] };
        command.SetAction(_ => desk.Printer.Text(script));
        return command;
    }
}
