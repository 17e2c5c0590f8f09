using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;

namespace OrdersAdmin.Channels;

/// <summary>What a source says that has no place in our model: kept as words on the order, so that nothing is lost and nothing is invented.</summary>
internal sealed class SourceRemarks(string source)
{
    public const string UnknownStatusTag = "unknown-status";

    private readonly List<string> sentences = [];
    private bool unknownStatus;

    public string Source => source;

    public IReadOnlyList<string> Tags => unknownStatus ? [UnknownStatusTag] : [];

    /// <summary>A status as one lower-case word: <c>PartiallyRefunded</c>, <c>PARTIALLY_REFUNDED</c> and <c>partially refunded</c> are the same.</summary>
    public static string Plain(string? status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status?.Trim() ?? "").Replace('-', '_');

    public void Add(string sentence) => sentences.Add(sentence);

    public void UnknownStatus(string field, string? value)
    {
        unknownStatus = true;
        sentences.Add($"Unknown status '{(value?.Length > 40 ? value[..40] + "…" : value)}' in {field}, as {source} sent it.");
    }

    /// <summary>The address where it is one. A source's masked or broken address is a remark: nobody here can mend it, and the order is real all the same.</summary>
    public string? Email(string? given)
    {
        if (given is null || EmailAddress.IsValid(given))
            return given;
        sentences.Add($"{source} gives '{(given.Length > 80 ? given[..80] + "…" : given)}' as the customer's email address.");
        return null;
    }

    /// <summary>The source's own note, then the remarks.</summary>
    public string? Note(IEnumerable<string?> own) => Text.Clean(string.Join('\n', own.Where(each => !string.IsNullOrWhiteSpace(each)).Concat(sentences)));
}
