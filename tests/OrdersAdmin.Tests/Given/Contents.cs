using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Tests;

/// <summary>Everything that a database holds, as text: equal before and after means that nothing was changed.</summary>
internal static class Contents
{
    public static string AllRows(this Shop shop) => shop.Database.AllRows();

    public static string AllRows(this OrdersDatabase database)
    {
        using var connection = database.File.OpenReader();
        return string.Join('\n', Tables(connection).Select(table => $"{table}\n{Rows(connection, table)}"));
    }

    /// <summary>How many rows a table has.</summary>
    public static long Count(this Shop shop, string table)
    {
        using var connection = shop.Database.File.OpenReader();
        return connection.Scalar<long>($"SELECT count(*) FROM \"{table}\"");
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'order_search_%' ORDER BY name";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
            tables.Add(reader.GetString(0));
        return tables;
    }

    [SuppressMessage("Security", "CA2100", Justification = "The table's name was read from the schema.")]
    private static string Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        rows.Sort(StringComparer.Ordinal);
        return string.Join('\n', rows);
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
