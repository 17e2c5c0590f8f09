using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Web.Identity;

/// <summary>How staff sign in: passwords, authenticator codes, passkeys, cookies, and who may come in without any.</summary>
internal static class StaffIdentity
{
    /// <summary>How long a page of somebody who was sent away lives at most. Workflows refuse at once.</summary>
    public static readonly TimeSpan RevalidationInterval = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Session = TimeSpan.FromHours(12);
    private static readonly TimeSpan RememberedSession = TimeSpan.FromDays(14);

    public static async Task AddStaffIdentity(this WebApplicationBuilder builder, ShopOptions shop)
    {
        var file = new AccountsFile(shop.InData("identity.db"));
        await file.Prepare();
        var services = builder.Services;
        services.AddDbContext<AccountsContext>(file.Configure);
        services.AddIdentityCore<StaffAccount>(Rules)
            .AddUserStore<AccountsStore>()
            .AddSignInManager<StaffSignIn>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<InvitationTokens>(InvitationTokens.Provider);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = RevalidationInterval);
        services.Configure<DataProtectionTokenProviderOptions>(reset => reset.TokenLifespan = TimeSpan.FromHours(1));
        services.AddSingleton<UnknownEmails>().AddSingleton<StaffAccounts>().AddSingleton<AccountLetters>().AddSingleton<StaffSettings>().AddSingleton<ForgottenPasswords>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
        services.AddSingleton<ShopAddress>().AddSingleton<ShopSetup>().AddSingleton<DemoLogins>().AddSingleton<DemoTokens>().AddSingleton<DemoStripe>();
        services.AddScoped<StaffSignIn>(provider => (StaffSignIn)provider.GetRequiredService<SignInManager<StaffAccount>>());
        services.AddScoped<AuthenticationStateProvider, CircuitRevalidation>();
        AddCookies(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void UseStaffIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForgeries);
    }

    /// <summary>The framework's middleware only takes note of a wrong or missing token; here it ends, whatever the endpoint would have done.</summary>
    private static Task RefuseForgeries(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void Rules(IdentityOptions options)
    {
        // Length is what counts; rules about kinds of letters make people write passwords down.
        options.Password.RequiredLength = 15;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.User.RequireUniqueEmail = true;
        AccountsContext.SchemaOf(options);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "orders-admin";
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = true;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnSigningIn = signing =>
            {
                if (signing.Properties.IsPersistent)
                    signing.Properties.ExpiresUtc = signing.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + RememberedSession;
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToLogin = Challenge;
            options.Events.OnRedirectToAccessDenied = Refuse;
        });
        foreach (var scheme in (string[])[IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme, IdentityConstants.ExternalScheme])
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options =>
            {
                options.CookieManager = new SchemeCookies();
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Cookie.Path = "/";
            });
        }
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    /// <summary>A person who opens a page is led to the sign-in; a script gets a plain 401.</summary>
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (path, headers) = (context.Request.Path, context.Request.Headers);
        var isPage = !path.StartsWithSegments("/_blazor", StringComparison.Ordinal) && !path.StartsWithSegments("/api", StringComparison.Ordinal)
            && (HttpMethods.IsGet(context.Request.Method) || headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
        if (isPage)
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
