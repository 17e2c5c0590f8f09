using OrdersAdmin.Kernel;

namespace OrdersAdmin.Returns;

/// <summary>What people read about returns.</summary>
internal static class ReturnSentences
{
    /// <summary>Where it stands.</summary>
    public static string State(Return back) => back.Status switch
    {
        ReturnStatus.Requested => "Waits for a decision.",
        ReturnStatus.Approved => $"{Text.Count(back.Outstanding, "item is", "items are")} expected back.",
        ReturnStatus.PartiallyReceived => $"{back.Outstanding} of {Text.Count(back.Expected, "item is", "items are")} still expected{Waiting(back, ", ")}.",
        ReturnStatus.Received when back.ToInspect > 0 => $"{Waiting(back, "")}.",
        ReturnStatus.Received => $"{Came(back)} and decided on.",
        ReturnStatus.Closed => $"{Came(back)}; {Text.Count(back.Lines.Sum(line => line.Accepted), "item was", "items were")} accepted.",
        ReturnStatus.Rejected => $"Rejected: {back.RejectReason}",
        _ => "Cancelled; nothing is expected back.",
    };

    /// <summary>Why an act is not possible any more, or not yet: who did what, and when.</summary>
    public static string NotNow(Return back, DateTimeOffset now) => back.Status switch
    {
        ReturnStatus.Requested => "This return is not approved yet.",
        ReturnStatus.Approved => $"{back.StateByName} approved it {Ago.Of(now - back.StateSince)}; nothing of it has come yet.",
        ReturnStatus.PartiallyReceived => $"{back.StateByName} received a part of it {Ago.Of(now - back.StateSince)}.",
        ReturnStatus.Received => $"{back.StateByName} received the last of it {Ago.Of(now - back.StateSince)}.",
        ReturnStatus.Closed => $"{back.StateByName} closed it {Ago.Of(now - back.StateSince)}.",
        ReturnStatus.Rejected => $"{back.StateByName} rejected it {Ago.Of(now - back.StateSince)}.",
        _ => $"{back.StateByName} cancelled it {Ago.Of(now - back.StateSince)}.",
    };

    /// <summary>"RMA-1040-1", or before it has one "return 1".</summary>
    public static string Name(Return back) => back.Rma ?? $"return {back.Number}";

    private static string Waiting(Return back, string before) =>
        back.ToInspect == 0 ? "" : before + $"{Text.Count(back.ToInspect, "item waits", "items wait")} for an inspection";

    private static string Came(Return back) =>
        back.Received == back.Expected ? "Everything is here" : $"{back.Received} of {Text.Count(back.Expected, "item", "items")} came, {back.Expected - back.Received} did not";
}
