using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OrdersAdmin.Benchmarks.Rest;

/// <summary>One text for the whole content of a database, to see whether anything in it changed.</summary>
internal static class DatabaseDigest
{
    // Last use of tokens and the answers kept for repeated requests are written by refused requests too.
    private static readonly string[] Besides = ["api_tokens", "keyed_requests"];

    public static string Of(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(connection))
            Add(digest, connection, table);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'order_search%' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return [.. names.Except(Besides)];
    }

    private static void Add(IncrementalHash digest, SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        digest.AppendData(Encoding.UTF8.GetBytes(table));
        while (reader.Read())
            for (var column = 0; column < reader.FieldCount; column++)
                digest.AppendData(reader.GetValue(column) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) + "\u001f"));
    }
}
