using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Tests.Web;

/// <summary>The whole application behind its HTTP pipeline, over a data folder of its own. Production, so without any account, unless a test says otherwise.</summary>
public sealed class ShopFactory : IAsyncDisposable
{
    public const string Password = "a password of some length";

    private static readonly Actor Founder = Actor.System("Test");

    private readonly TemporaryFolder folder = new();
    private readonly Host host;

    /// <summary>One shop for all tests of a class.</summary>
    public ShopFactory() : this("Production") { }

    /// <param name="services">Changes what the application is made of.</param>
    /// <param name="settings">Configuration keys and their values.</param>
    internal ShopFactory(string environment = "Production", Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings) =>
        host = new Host(builder =>
        {
            builder.UseEnvironment(environment).UseSetting("OrdersAdmin:DataDirectory", folder.Path).UseSetting("Logging:LogLevel:Default", "None")
                .ConfigureLogging(log => log.ClearProviders());
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            if (services is not null)
                builder.ConfigureTestServices(services);
        });

    public string Data => folder.Path;

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Where it listens, once it does.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Listens on a free port of this machine, for programs that are processes of their own; to be said before anything else.</summary>
    public Uri Listen()
    {
        host.UseKestrel(0);
        host.StartServer();
        return Address = host.ClientOptions.BaseAddress;
    }

    /// <summary>A program: no cookies, no redirects.</summary>
    public HttpClient Client() => Address is null
        ? new(host.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost/") }
        : new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Somebody at a browser who has not signed in.</summary>
    public Visitor Visitor(string address = "http://localhost/") => new(host.Server.CreateHandler(), new Uri(address));

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<Visitor> SignedIn(string email, string password = Password)
    {
        var visitor = Visitor();
        await visitor.Get("/account/sign-in");
        await visitor.Submit("Sign in", ("email", email), ("password", password));
        Assert.DoesNotContain("/account/", visitor.Url.AbsolutePath, StringComparison.Ordinal);
        return visitor;
    }

    public Task<Result<SiteView>> OpenSite(string slug, string currency = "EUR") =>
        Service<SiteWorkflow>().Open(Founder, new SiteDetails(slug, slug, currency, "UTC"));

    /// <summary>A member of staff with an account.</summary>
    public async Task<Id<StaffMember>> Hire(string email, Role role = Role.Owner, params string[] sites)
    {
        var id = (await Service<StaffWorkflow>().Add(Founder, Id<StaffMember>.New(), new StaffDetails(email, email.Split('@')[0], role, sites))).OrThrow();
        (await Service<StaffAccounts>().Ensure(id, email, Password)).OrThrow();
        return id;
    }

    /// <summary>Changes a person as an owner would in the settings, but for the end of their sessions.</summary>
    public async Task Change(Id<StaffMember> id, Func<StaffDetails, StaffDetails> how)
    {
        var now = (await Service<StaffQueries>().Find(id))!;
        (await Service<StaffWorkflow>().Change(Founder, id, how(new(now.Email, now.Name, now.Role, now.Sites, now.Active)), now.Version)).OrThrow();
    }

    internal Task<T> WithAccount<T>(string email, Func<UserManager<StaffAccount>, StaffAccount, Task<T>> act) =>
        Service<StaffAccounts>().With(async accounts => await act(accounts, (await accounts.FindByEmailAsync(email))!));

    /// <summary>The text of the newest letter to this address, once it has been sent.</summary>
    public async Task<string> Letter(string to)
    {
        var mail = Path.Combine(Data, "mail");
        Directory.CreateDirectory(mail);
        return await Until.Found(() => Directory.EnumerateFiles(mail, "*.eml").OrderByDescending(File.GetLastWriteTimeUtc)
            .Select(Eml.Read).FirstOrDefault(text => text.Contains($"To: {to}", StringComparison.OrdinalIgnoreCase)));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    private sealed class Host(Action<IWebHostBuilder> configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => configure(builder);
    }
}
