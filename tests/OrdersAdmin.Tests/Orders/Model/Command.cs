namespace OrdersAdmin.Tests.Orders.Model;

/// <summary>Something that somebody tries to do to an order, sensible or not.</summary>
internal abstract record Command
{
    /// <param name="Quantities">By the position of the line.</param>
    public sealed record Ship(params int[] Quantities) : Command
    {
        public override string ToString() => $"Ship [{string.Join(", ", Quantities)}]";
    }

    public sealed record ShipTheRest : Command
    {
        public override string ToString() => "Ship the rest";
    }

    /// <param name="Parcel">Counts from 0; there may be none.</param>
    public sealed record Deliver(int Parcel) : Command
    {
        public override string ToString() => $"Deliver {Parcel}";
    }

    public sealed record CancelParcel(int Parcel) : Command
    {
        public override string ToString() => $"Cancel {Parcel}";
    }

    public sealed record CancelOrder : Command
    {
        public override string ToString() => "Cancel the order";
    }

    public sealed record Edit(string? Note, params string[] Tags) : Command
    {
        public override string ToString() => $"Edit '{Note}' [{string.Join(", ", Tags)}]";
    }
}
