using FsCheck;
using FsCheck.Fluent;
using OrdersAdmin.Channels;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders.Model;

/// <summary>An order that comes in, in whatever state, and what people then try to do to it.</summary>
internal sealed record Story(IntakeOrder Intake, IReadOnlyList<Command> Commands)
{
    /// <summary>Random stories of up to this many commands; a failing one loses commands until each of the rest matters.</summary>
    public static Arbitrary<Story> Any(int length) => Arb.From(
        from intake in Orders
        from count in Gen.Choose(1, length)
        from commands in CommandOn(intake).ListOf(count)
        select new Story(intake, commands),
        story => story.Commands.Select((_, i) => story with { Commands = [.. story.Commands.Where((_, at) => at != i)] }));

    public override string ToString() => $"""
        Lines: {string.Join("; ", Intake.LineItems.Select(line => $"{line.Quantity}{(line.RequiresShipping ? "" : " digital")}, removed {line.Removed}, returned {line.Returned}"))}
        Parcels: {string.Join("; ", Intake.Fulfillments.Select(parcel => string.Join(", ", parcel.Items!.Select(item => $"{item.Quantity} of {item.Line}"))))}
        Cancelled: {Intake.CancelledOn is not null}; paid and refunded: {string.Join(", ", Intake.Payments.Select(each => $"{each.Captured} - {each.Refunded}"))}
        {string.Join('\n', Commands)}
        """;

    private static Gen<IntakeOrder> Orders { get; } =
        from lines in AnyLine.NonEmptyListOf().Where(lines => lines.Count <= 4)
        from refunded in Gen.Frequency((8, Gen.Constant(0L)), (1, Gen.Constant(1L)), (1, Gen.Constant(lines.Sum(each => each.Line.Quantity * each.Line.UnitPrice))))
        from cancelled in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        let intake = Given.Intake([.. lines.Select(each => each.Line)])
        select intake with
        {
            Fulfillments = [.. Parcels(lines)],
            Payments = [intake.Payments[0] with { Refunded = refunded }],
            CancelledOn = cancelled ? Today : null,
        };

    private static Gen<(IntakeLine Line, int Shipped)> AnyLine =>
        from quantity in Gen.Choose(1, 4)
        from digital in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from removed in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, quantity)))
        from shipped in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, digital ? 0 : quantity - removed)))
        from returned in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, shipped)))
        select (Line("Mug", quantity) with { RequiresShipping = !digital, Removed = removed, Returned = returned }, shipped);

    private static IEnumerable<IntakeFulfillment> Parcels(List<(IntakeLine Line, int Shipped)> lines) => lines
        .Select((each, i) => (i, each.Shipped)).Where(each => each.Shipped > 0)
        .Select(each => new IntakeFulfillment { Carrier = "DHL", ShipDate = Today, Items = [new IntakeShippedLine(each.i, each.Shipped)] });

    private static Gen<Command> CommandOn(IntakeOrder intake) => Gen.Frequency(
        (6, Gen.Frequency((6, Gen.Choose(0, 2)), (1, Gen.Choose(-1, 5))).ArrayOf(intake.LineItems.Count).Select(Command (units) => new Command.Ship(units))),
        (1, Gen.Constant<Command>(new Command.ShipTheRest())),
        (3, Gen.Choose(0, 5).Select(Command (parcel) => new Command.Deliver(parcel))),
        (4, Gen.Choose(0, 5).Select(Command (parcel) => new Command.CancelParcel(parcel))),
        (1, Gen.Constant<Command>(new Command.CancelOrder())),
        (2, Gen.Zip(Gen.Elements(null, "Ring twice."), Gen.SubListOf("gift", "vip")).Select(Command (given) => new Command.Edit(given.Item1, [.. given.Item2]))));
}
