namespace OrdersAdmin.Tests.Architecture;

public sealed class WhereThingsAre
{
    private const int LongestFile = 300;

    /// <summary>What a project has besides features.</summary>
    private static readonly Dictionary<string, string[]> Besides = new(StringComparer.Ordinal)
    {
        ["src/OrdersAdmin.Web/Components"] = ["Docs", "Layout", "Shared"],
        ["tests/OrdersAdmin.Tests"] = ["Api", "Architecture", "Cli", "Components", "Documents", "Given", "Goods", "StripeSimulator", "Web"],
    };

    [Fact]
    public void A_file_can_be_read_in_one_sitting()
    {
        Assert.Empty(TooLong([.. SourceFile.All, .. SourceFile.Tests]));
        Assert.Single(TooLong([new SourceFile("src/X.cs", new string('\n', LongestFile + 1))]));
    }

    [Fact]
    public void Folders_have_the_names_of_features_in_every_project()
    {
        foreach (var (root, besides) in Besides)
        {
            Assert.Empty(Strangers(root, [.. SourceFile.All, .. SourceFile.Tests]));
            Assert.Equal(["Managers"], Strangers(root, [new($"{root}/Managers/X.cs", ""), new($"{root}/{besides[0]}/X.cs", ""), new($"{root}/Orders/X.cs", ""), new($"{root}/X.cs", "")]));
        }
    }

    [Fact]
    public void A_namespace_is_where_its_folder_is()
    {
        Assert.Empty(Misplaced(SourceFile.All));
        Assert.Single(Misplaced([new("src/OrdersAdmin.Application/Orders/X.cs", "namespace OrdersAdmin.Refunds;")]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) => files.Where(file => file.Lines > LongestFile).Select(file => $"{file.Path} has {file.Lines} lines.");

    private static IEnumerable<string> Strangers(string root, IEnumerable<SourceFile> files) =>
        Folders(root, files).Except(Folders("src/OrdersAdmin.Application", SourceFile.All)).Except(Besides[root]);

    private static IEnumerable<string> Folders(string root, IEnumerable<SourceFile> files) => files
        .Where(file => file.Path.StartsWith(root + "/", StringComparison.Ordinal))
        .Select(file => file.Path[(root.Length + 1)..].Split('/'))
        .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Misplaced(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/OrdersAdmin.Application/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal)
        let folder = file.Path.Split('/')[2..^1]
        let expected = string.Join('.', folder.Prepend("OrdersAdmin"))
        where !file.Code.Contains($"namespace {expected};", StringComparison.Ordinal)
        select $"{file.Path} is not in {expected}.";
}
