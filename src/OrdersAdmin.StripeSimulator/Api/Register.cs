using System.Diagnostics.CodeAnalysis;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>An object that a list endpoint pages through.</summary>
internal interface IListed
{
    string Id { get; }

    /// <summary>Unix seconds.</summary>
    long Created { get; }

    /// <summary>Order of arrival, which decides between objects of the same second.</summary>
    long Sequence { get; }
}

/// <summary>Objects of one kind, found by id and paged newest first.</summary>
internal sealed class Register<T>
    where T : class, IListed
{
    private static readonly Comparer<T> ByTime = Comparer<T>.Create((a, b) =>
        a.Created != b.Created ? a.Created.CompareTo(b.Created) : a.Sequence.CompareTo(b.Sequence));

    private readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);
    private readonly List<T> inOrder = [];

    // A seeded past arrives in any order: it is sorted once, when somebody lists.
    private bool sorted = true;

    public int Count => inOrder.Count;

    public IEnumerable<T> All => inOrder;

    public bool TryFind(string id, [NotNullWhen(true)] out T? found) => byId.TryGetValue(id, out found);

    public T Get(string id) => byId[id];

    public void Add(T item)
    {
        byId.Add(item.Id, item);
        sorted &= inOrder.Count == 0 || ByTime.Compare(inOrder[^1], item) < 0;
        inOrder.Add(item);
    }

    public void Clear()
    {
        byId.Clear();
        inOrder.Clear();
        sorted = true;
    }

    /// <summary>One page; refused when the cursor names no object of this kind.</summary>
    public Outcome<Paged<T>> Page(PageRequest request, string noun, Func<T, bool>? matches = null)
    {
        if (!sorted)
            inOrder.Sort(ByTime);
        sorted = true;

        var forward = request.EndingBefore is not null;
        if ((request.StartingAfter ?? request.EndingBefore) is not { } id)
            return Take(inOrder.Count - 1, -1, request, matches);
        if (!byId.TryGetValue(id, out var cursor))
            return StripeError.Missing(noun, id, forward ? "ending_before" : "starting_after");
        var at = inOrder.BinarySearch(cursor, ByTime);
        return forward ? Take(at + 1, 1, request, matches) : Take(at - 1, -1, request, matches);
    }

    private Paged<T> Take(int from, int step, PageRequest request, Func<T, bool>? matches)
    {
        var page = new List<T>();
        for (var i = from; i >= 0 && i < inOrder.Count; i += step)
        {
            var item = inOrder[i];
            if (step < 0 && request.Created.IsBefore(item.Created))
                break;
            if (!request.Created.Holds(item.Created) || matches?.Invoke(item) == false)
                continue;
            if (page.Count == request.Limit)
                return new Paged<T>(InListOrder(page, step), HasMore: true);
            page.Add(item);
        }

        return new Paged<T>(InListOrder(page, step), HasMore: false);
    }

    private static List<T> InListOrder(List<T> page, int step)
    {
        if (step > 0)
            page.Reverse();
        return page;
    }
}
