namespace OrdersAdmin.Web.Components.Shared;

/// <summary>A row of quantities as they are typed, one a column.</summary>
/// <param name="Max">The most that all columns may come to.</param>
public sealed class UnitsRow(string id, string name, string detail, int max, int columns)
{
    private readonly string?[] typed = new string?[columns];

    public string Id => id;

    public string Name => name;

    public string Detail => detail;

    public int Max => max;

    public int Columns => columns;

    public string? this[int column]
    {
        get => typed[column];
        set => typed[column] = value;
    }

    public bool IsReadable => Array.TrueForAll(typed, text => Units.Read(text) is not null);

    /// <summary>Something was typed that is not nothing.</summary>
    public bool IsTouched => Array.Exists(typed, text => Units.Read(text) != 0);

    /// <summary>What cannot be read counts as nothing.</summary>
    public int Of(int column) => Units.Read(typed[column]) ?? 0;

    public int Sum => Enumerable.Range(0, columns).Sum(Of);

    /// <summary>As it would be with everything in one column.</summary>
    public void PutAllInto(int column)
    {
        Array.Clear(typed);
        typed[column] = Units.Write(max);
    }

    /// <summary>Goes on with what was typed into another.</summary>
    internal UnitsRow Continue(UnitsRow? before)
    {
        before?.typed.CopyTo(typed, 0);
        return this;
    }
}
