using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Hosting;

/// <summary><c>import FILE --site SLUG [--dry-run true]</c>: brings a file of orders in without serving pages.</summary>
internal static class ImportCommand
{
    public const string Verb = "import";

    private static readonly Actor Operator = Actor.System("Import command");

    /// <summary>0 when every order was taken in or was here already, 1 when some were wrong, 2 when the command was.</summary>
    public static async Task<int> Run(WebApplication app, string[] args)
    {
        if (args is not [_, var path, ..] || app.Configuration["site"] is not { } slug)
            return await Wrong("Use: import FILE --site SLUG [--dry-run true]");
        if (!File.Exists(path))
            return await Wrong($"There is no file {path}.");
        var sites = await app.Services.GetRequiredService<SiteQueries>().List(Operator);
        if (sites.FirstOrDefault(each => each.Slug == slug) is not { } site)
            return await Wrong($"There is no site {slug}. There are: {string.Join(", ", sites.Select(each => each.Slug))}.");

        await using var file = File.OpenRead(path);
        var result = await app.Services.GetRequiredService<ImportFile>().Import(Operator, site.Id, file, app.Configuration.GetValue("dry-run", defaultValue: false));
        return result.TryGet(out var report, out var problem) ? await Tell(report) : await Wrong(problem.Message);
    }

    private static async Task<int> Tell(ImportReport report)
    {
        foreach (var error in report.Errors)
            await Console.Error.WriteLineAsync($"order {error.Order}{(error.Line is { } line ? $", line {line}" : "")}, {error.Path}: {error.Message}");
        Console.WriteLine($"{Text.Count(report.New, "new order")}, {report.AlreadyHere} here already, {report.Wrong} wrong");
        return report.Wrong > 0 ? 1 : 0;
    }

    private static async Task<int> Wrong(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
