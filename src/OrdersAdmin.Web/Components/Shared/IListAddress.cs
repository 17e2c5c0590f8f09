namespace OrdersAdmin.Web.Components.Shared;

/// <summary>A list as an address that can be narrowed: by words, by site, by how long a row has been where it is.</summary>
public interface IListAddress<TSelf> where TSelf : IListAddress<TSelf>
{
    string? Search { get; }

    string? Site { get; }

    /// <summary>In their state for at least so long.</summary>
    int? Days { get; }

    bool IsFiltered { get; }

    TSelf Unfiltered { get; }

    /// <summary>What stands behind the question mark.</summary>
    IEnumerable<KeyValuePair<string, string?>> Parameters { get; }

    /// <summary>The first page under other filters.</summary>
    TSelf With(string? site, int? days);
}
