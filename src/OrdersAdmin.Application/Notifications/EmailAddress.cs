using System.Net.Mail;

namespace OrdersAdmin.Notifications;

/// <summary>What an address must be for a letter to go there, and how addresses are compared.</summary>
public static class EmailAddress
{
    /// <summary>Whether a letter can be addressed so: one plain address, no name, no line break.</summary>
    public static bool IsValid(string text) =>
        text.Length <= 254 && !text.Any(char.IsControl) && !text.Contains(' ', StringComparison.Ordinal)
        && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>The form under which a person is looked up.</summary>
    public static string Normalize(string text) => text.Trim().ToLowerInvariant();
}
