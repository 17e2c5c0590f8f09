using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrdersAdmin.Benchmarks;

/// <summary>The memory that each open page holds on the server: the demo shop with many pages open at once, against the same shop with none.</summary>
internal static partial class Circuits
{
    private static readonly Uri Address = new("http://127.0.0.1:5171");

    // The collector gives memory back soon, as it would on a small server; otherwise its own reserves are measured.
    private static readonly Dictionary<string, string> Environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_gcServer"] = "0", ["DOTNET_GCConserveMemory"] = "7" };

    public static async Task<int> Run(Arguments arguments)
    {
        var count = arguments.Number("count", 200);
        var data = ServedShop.DataFolder("circuits");
        await using var app = await ServedShop.Start(arguments.Text("app"), data, Address, Environment, "--OrdersAdmin:Demo=true", "--demo-orders", "2000");
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        await SignIn(client, data);
        foreach (var path in (string[])["/orders", await FirstOrder(client)])
            await Measure(app, client, cookies, path, count);
        return 0;
    }

    private static async Task Measure(ServedShop app, HttpClient client, CookieContainer cookies, string path, int count)
    {
        // Code is compiled and caches are filled by the first ones, which then stay open too.
        var open = await Open(client, cookies, path, 20);
        var before = await Settled(app);
        open.AddRange(await Open(client, cookies, path, count));
        var after = await Settled(app);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(path == "/orders" ? "order list" : "order page")}: {count} circuits hold {after - before:0} MB, {(after - before) * 1024 / count:0} KB each ({before:0} MB before, {after:0} MB after)"));
        open.ForEach(each => each.Dispose());
    }

    private static async Task<List<Circuit>> Open(HttpClient client, CookieContainer cookies, string path, int count)
    {
        var open = new List<Circuit>();
        for (var i = 0; i < count; i++)
            open.Add(await Circuit.Open(new Uri(Address, path), await client.GetStringAsync(new Uri(path, UriKind.Relative)), cookies.GetCookieHeader(Address)));
        return open;
    }

    /// <summary>Resident megabytes once they do not change any more.</summary>
    private static async Task<double> Settled(ServedShop app)
    {
        await Task.Delay(3000);
        return app.Megabytes;
    }

    private static async Task SignIn(HttpClient client, string data)
    {
        var logins = Path.Combine(data, "demo.json");
        // Written a moment after the first answer.
        while (!File.Exists(logins))
            await Task.Delay(5);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(logins));
        var owner = file.RootElement.GetProperty("logins")[0];
        var page = new Uri("/account/sign-in", UriKind.Relative);
        // The page's first form; the other one is for passkeys.
        var form = (await client.GetStringAsync(page)).Split("</form>")[0];
        var fields = Hidden().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        fields["email"] = owner.GetProperty("email").GetString()!;
        fields["password"] = owner.GetProperty("password").GetString()!;
        using var filled = new FormUrlEncodedContent(fields);
        (await client.PostAsync(page, filled)).EnsureSuccessStatusCode();
    }

    private static async Task<string> FirstOrder(HttpClient client) => FirstRow().Match(await client.GetStringAsync(new Uri("/orders", UriKind.Relative))).Value;

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("/orders/ord_[0-9a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstRow();
}
