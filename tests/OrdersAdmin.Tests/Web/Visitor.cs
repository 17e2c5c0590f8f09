using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OrdersAdmin.Tests.Web;

/// <summary>A browser without script: keeps cookies, follows redirects on its own host, fills in and submits forms.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(HttpMessageHandler server, Uri address)
    {
        // Disposed with the client.
        var cookies = new CookieKeeper(server, Cookies, SetCookies);
        client = new HttpClient(cookies) { BaseAddress = address };
        Url = address;
    }

    public CookieContainer Cookies { get; } = new();

    public HttpResponseMessage Response { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Where it ended; another host is only named, not visited.</summary>
    public Uri Url { get; private set; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>What is read on the page, without the scripts' and styles' text.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>The sentences of the focused summary of what went wrong.</summary>
    public string Problem => Page.QuerySelector(".problem")?.TextContent.Trim() ?? "";

    /// <summary>Every cookie as the server set it, oldest first.</summary>
    public List<string> SetCookies { get; } = [];

    public Task Get(string path, bool follow = true) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, path)), follow);

    /// <summary>Submits the form that has a button with these words; its fields keep what they show unless given here.</summary>
    public Task Submit(string button, params (string Name, string Value)[] fields) => Submit(Form(button), fields);

    public Task Submit(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        var values = form.QuerySelectorAll("input, select, textarea").Select(ValueOf).OfType<KeyValuePair<string, string>>()
            .Where(pair => !fields.Any(field => field.Name == pair.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Post(form.GetAttribute("action") ?? Url.PathAndQuery, [.. values]);
    }

    public Task Post(string path, params KeyValuePair<string, string>[] values) =>
        Send(new HttpRequestMessage(HttpMethod.Post, new Uri(Url, path)) { Content = new FormUrlEncodedContent(values) });

    /// <summary>Posts a file as a form with one file field does.</summary>
    public Task Upload(string path, byte[] file, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "file" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return Send(new HttpRequestMessage(HttpMethod.Post, new Uri(Url, path)) { Content = content });
    }

    public IHtmlFormElement Form(string button) =>
        Page.Forms.FirstOrDefault(form => form.QuerySelectorAll("button").Any(each => each.TextContent.Trim() == button))
        ?? throw new InvalidOperationException($"There is no form with the button '{button}' on {Url}: {Text}");

    public void Dispose() => client.Dispose();

    private async Task Send(HttpRequestMessage request, bool follow = true)
    {
        request.Headers.Accept.ParseAdd("text/html");
        Url = request.RequestUri!;
        Response = await client.SendAsync(request);
        for (var hops = 0; follow && Response.Headers.Location is { } location && hops < 5; hops++)
        {
            Url = new Uri(Url, location);
            if (Url.Host != client.BaseAddress!.Host)
                break;
            Response = await client.GetAsync(Url);
        }
        Page = new HtmlParser().ParseDocument(await Response.Content.ReadAsStringAsync());
    }

    private static KeyValuePair<string, string>? ValueOf(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement { Name: { Length: > 0 } name } input => KeyValuePair.Create(name, input.Value),
        IHtmlSelectElement { Name: { Length: > 0 } name } select => KeyValuePair.Create(name, select.Value ?? ""),
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => KeyValuePair.Create(name, area.Value),
        _ => null,
    };

    private sealed class CookieKeeper(HttpMessageHandler inner, CookieContainer cookies, List<string> log) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    log.Add(cookie);
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }
            return response;
        }
    }
}
