using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using OrdersAdmin.Orders;
using OrdersAdmin.Tokens;
using OrdersAdmin.Web.Api.OpenApi;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Web.Api;

/// <summary>The door through which programs come: bearer tokens, limits, keys, problems. What lies behind it is mapped by features.</summary>
internal static class ApiDoor
{
    public const string Root = "/api/v1";

    /// <summary>Where the specification's own addresses begin.</summary>
    public const string Storefront = "/api/storefront/v1";

    private const string Reading = "api:read";
    private const string Writing = "api:write";

    public static void AddApi(this IServiceCollection services, ShopOptions shop)
    {
        services.AddSingleton(shop.Api).AddSingleton<RateLimits>().AddSingleton<Cursors>().AddSingleton<DeliveryCursors>().AddSingleton<OrderAnswers>();
        services.AddExceptionHandler<ApiErrors>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(Reading, policy => Needs(policy, TokenScopes.Read)).AddPolicy(Writing, policy => Needs(policy, TokenScopes.Write));
        services.AddOpenApiDocument();
        services.ConfigureHttpJsonOptions(json => OrderJson.Apply(json.SerializerOptions));
    }

    /// <summary>Before people sign in: the door answers for itself.</summary>
    public static void UseApiErrors(this WebApplication app)
    {
        app.UseApiPage();
        app.Use(ApiErrors.Answer);
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApiDocument();
        var api = app.Group(Root);
        api.MapMe();
        api.MapGroup("/merchant/orders").WithTags("Orders").MapOrders();
        api.MapGroup("/webhooks").WithTags("Webhooks").MapWebhooks();
        app.Group(Storefront).MapGroup("/merchant/orders").ExcludeFromDescription().MapOrders();
    }

    /// <summary>Needs <c>read:orders</c>.</summary>
    public static TBuilder Reads<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Reading);

    /// <summary>Needs <c>write:orders</c>.</summary>
    public static TBuilder Writes<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Writing);

    private static RouteGroupBuilder Group(this WebApplication app, string prefix) =>
        app.MapGroup(prefix).AddEndpointFilter(app.Services.GetRequiredService<RateLimits>()).AddEndpointFilter<ApiBodies>().AddEndpointFilter<OnceOnly>().AddEndpointFilter<BareLists>();

    private static void Needs(AuthorizationPolicyBuilder policy, string scope)
    {
        policy.AddAuthenticationSchemes(TokenAuthentication.Name);
        policy.RequireAuthenticatedUser().RequireClaim(TokenAuthentication.Scope, scope);
    }
}
