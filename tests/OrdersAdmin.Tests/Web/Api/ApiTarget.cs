namespace OrdersAdmin.Tests.Web.Api;

/// <summary>What one call of a row of the table is about.</summary>
/// <param name="Trace">Grows with everything that is done to it.</param>
/// <param name="Names">What stands for {line} and others in addresses and bodies.</param>
internal sealed record ApiTarget(string Id, int Version, int Trace, IReadOnlyDictionary<string, string> Names, string? Part = null)
{
    public static ApiTarget None(ApiSubject subject, string? part) => new(subject.Unknown, 0, 0, new Dictionary<string, string> { ["number"] = "999999" }, part);

    /// <summary>The text with everything that it names.</summary>
    public string Fill(string text) => Names.Append(new("id", Id)).Append(new("part", Part ?? ""))
        .Aggregate(text, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
}
