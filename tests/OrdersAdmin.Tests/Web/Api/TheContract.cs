using System.Runtime.CompilerServices;
using System.Text.Json;
using OrdersAdmin.Web.Api;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class TheContract(SharedApiShop shared) : IClassFixture<SharedApiShop>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task Is_the_one_that_was_agreed_on()
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "..", "docs", "openapi.json"));
        var now = JsonSerializer.Serialize((await shared.Shop.Send("GET", "/openapi/v1.json", null)).Ok().Json, Indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(file, now);

        Assert.Equal((await File.ReadAllTextAsync(file)).Split('\n'), now.Split('\n'));
    }

    private static string Here([CallerFilePath] string here = "") => here;

    [Fact]
    public async Task Has_every_endpoint_and_none_of_the_pages()
    {
        var document = (await shared.Shop.Send("GET", "/openapi/v1.json", null)).Json;

        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => EveryEndpoint.Shape($"{method.Name.ToUpperInvariant()} {path.Name}")));

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(ApiEndpoint.All.Select(each => EveryEndpoint.Shape(each.Name)).Order(), described.Order());
    }

    [Fact]
    public async Task The_page_to_try_it_needs_no_script_of_its_own_in_the_html()
    {
        using var visitor = shared.Shop.Factory.Visitor();

        await visitor.Get("/docs/api/index.html");

        Assert.Equal("OrdersAdmin API", visitor.Page.Title);
        Assert.All(visitor.Page.Scripts, script => Assert.NotNull(script.Source));
        Assert.Empty(visitor.Page.QuerySelectorAll("style"));
    }

    [Fact]
    public async Task Every_kind_of_problem_is_explained_where_its_type_leads()
    {
        using var visitor = shared.Shop.Factory.Visitor();

        await visitor.Get("/docs/problems");

        Assert.All(ProblemKind.All, kind => Assert.Contains(kind.Code, visitor.Page.GetElementById(kind.Code)!.TextContent, StringComparison.Ordinal));
    }
}
