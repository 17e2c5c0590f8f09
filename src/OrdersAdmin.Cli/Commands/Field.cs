using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;

namespace OrdersAdmin.Cli.Commands;

/// <summary>An option that becomes a member of the request: of its JSON body, or of its query.</summary>
internal interface IField
{
    /// <summary>Null when the option was not given: what is not said is not sent.</summary>
    (string Member, JsonNode? Value)? Read(ParseResult parse);
}

/// <param name="member">The API's name for it, with a dot where it lies deeper (<c>buyer.email</c>).</param>
/// <param name="write">The value as JSON.</param>
internal sealed class Field<T> : Option<T>, IField
{
    private readonly string member;
    private readonly Func<T, JsonNode?> write;

    public Field(string name, string member, string value, string does, Func<T, JsonNode?> write) : base(name)
    {
        (this.member, this.write, Description, HelpName) = (member, write, does, value);
        Validators.Add(IsNoOption);
    }

    public (string Member, JsonNode? Value)? Read(ParseResult parse) =>
        parse.GetResult(this) is { Implicit: false } ? (member, write(parse.GetRequiredValue(this))) : null;

    /// <summary>An empty <c>$(…)</c> in a script must not make the next option a value: <c>--created-after --json</c> would mean every order there is.</summary>
    private void IsNoOption(OptionResult option)
    {
        var names = (option.Parent as CommandResult)?.Command.Options.Select(each => each.Name) ?? [];
        if (option.Tokens.Select(token => token.Value).FirstOrDefault(value => names.Contains(value, StringComparer.Ordinal)) is { } swallowed)
            option.AddError($"{Name} needs a value before {swallowed}.");
    }
}
