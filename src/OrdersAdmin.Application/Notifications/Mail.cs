using OrdersAdmin.Kernel;

namespace OrdersAdmin.Notifications;

/// <summary>A letter that was decided on together with the change that it tells of; a worker sends it afterwards.</summary>
public sealed class Mail : IIdentified
{
    private Mail() { }

    internal Mail(string to, string subject, string body, DateTimeOffset at) =>
        (Id, To, Subject, Body, CreatedAt, NextTryAt) = (Id<Mail>.New(at), to, subject, body, at, at);

    public static string IdPrefix => "mail_";

    public Id<Mail> Id { get; private set; }

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null once it was sent or given up.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    internal void Sent(DateTimeOffset at) => (SentAt, NextTryAt, LastError, Attempts) = (at, null, null, Attempts + 1);

    /// <summary>Waits 2, 4, 8 … minutes; gives up after twelve attempts, about three days.</summary>
    internal void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error;
        NextTryAt = Attempts < 12 ? at.AddMinutes(1 << Attempts) : null;
    }
}
