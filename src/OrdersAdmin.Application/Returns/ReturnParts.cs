using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Units of one line of the order. Each is outstanding, received, or missing.</summary>
public sealed class ReturnLine
{
    private ReturnLine() { }

    internal ReturnLine(Id<LineItem> lineItemId, int expected, string verdict) => (LineItemId, Expected, Verdict) = (lineItemId, expected, verdict);

    public Id<Return> ReturnId { get; private set; }

    public Id<LineItem> LineItemId { get; private set; }

    public int Expected { get; private set; }

    public int Received { get; private set; }

    /// <summary>Not in the parcel, or counted in and not there: the customer still has them.</summary>
    public int Missing { get; private set; }

    /// <summary>Of the received, those that were decided on.</summary>
    public int Inspected { get; private set; }

    /// <summary>Of the inspected, those that are to be paid for.</summary>
    public int Accepted { get; private set; }

    /// <summary>What the policy said when it was announced.</summary>
    public string Verdict { get; private set; } = "";

    public int Outstanding => Expected - Received - Missing;

    public int ToInspect => Received - Inspected;

    internal void Receive(int units, int missing) => (Received, Missing) = (Received + units, Missing + missing);

    internal void Inspect(ReturnInspection inspection)
    {
        if (inspection.Disposition == Disposition.Missing)
            (Received, Missing) = (Received - inspection.Quantity, Missing + inspection.Quantity);
        else
            (Inspected, Accepted) = (Inspected + inspection.Quantity, Accepted + (inspection.Accepted ? inspection.Quantity : 0));
    }
}

/// <summary>A parcel that was opened: what was in it, what was not, and what should not have been.</summary>
public sealed class ReturnReceipt
{
    private ReturnReceipt() { }

    internal ReturnReceipt(
        int number, IReadOnlyList<ReceivedUnits> lines, IReadOnlyList<UnexpectedItem> unexpected, string? note, string? requestKey, Actor actor, DateTimeOffset now) =>
        (Number, Lines, Unexpected, Note, RequestKey, ById, ByName, At) = (number, lines, unexpected, note, requestKey, actor.StaffId, actor.Name, now);

    public Id<Return> ReturnId { get; private set; }

    /// <summary>1 for the return's first.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<ReceivedUnits> Lines { get; private set; } = [];

    public IReadOnlyList<UnexpectedItem> Unexpected { get; private set; } = [];

    public string? Note { get; private set; }

    public string? RequestKey { get; private set; }

    public Id<StaffMember>? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>Units of a line that arrived, by their condition.</summary>
public sealed record ReceivedUnits(Id<LineItem> LineItemId, int Quantity, int Missing);

/// <summary>What became of units that arrived.</summary>
public sealed class ReturnInspection
{
    private ReturnInspection() { }

    internal ReturnInspection(int number, InspectedItem item, string? requestKey, Actor actor, DateTimeOffset now)
    {
        (Number, LineItemId, Quantity, Disposition, Note, RequestKey) = (number, item.LineItemId, item.Quantity, item.Disposition, Text.Clean(item.Note), requestKey);
        Accepted = item.Accepted && item.Disposition != Disposition.Missing;
        (ById, ByName, At) = (actor.StaffId, actor.Name, now);
    }

    public Id<Return> ReturnId { get; private set; }

    /// <summary>1 for the return's first.</summary>
    public int Number { get; private set; }

    public Id<LineItem> LineItemId { get; private set; }

    public int Quantity { get; private set; }

    public Disposition Disposition { get; private set; }

    public bool Accepted { get; private set; }

    public string? Note { get; private set; }

    public string? RequestKey { get; private set; }

    public Id<StaffMember>? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>A picture of what arrived. The picture is a file beside the database; this says which.</summary>
public sealed class ReturnPhoto : IIdentified
{
    private ReturnPhoto() { }

    internal ReturnPhoto(Id<LineItem>? lineItemId, PhotoFormat format, long size, string? caption, Actor actor, DateTimeOffset now)
    {
        (Id, LineItemId, ContentType, Extension, Size, Caption) = (Id<ReturnPhoto>.New(now), lineItemId, format.ContentType, format.Extension, size, caption);
        (ById, ByName, At) = (actor.StaffId, actor.Name, now);
    }

    public static string IdPrefix => "pho_";

    public Id<ReturnPhoto> Id { get; private set; }

    public Id<Return> ReturnId { get; private set; }

    /// <summary>The line it shows; null where it shows the parcel.</summary>
    public Id<LineItem>? LineItemId { get; private set; }

    public string ContentType { get; private set; } = "";

    public string Extension { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string? Caption { get; private set; }

    public Id<StaffMember>? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string FileName => $"{Id}.{Extension}";
}
