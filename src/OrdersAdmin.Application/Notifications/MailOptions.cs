namespace OrdersAdmin.Notifications;

/// <summary>Where letters go. Without a host they are written as files into the mail folder.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP host; empty means the mail folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "orders@localhost";

    /// <summary>Absolute path of the mail folder; set from the data directory.</summary>
    public string Folder { get; set; } = "";
}
