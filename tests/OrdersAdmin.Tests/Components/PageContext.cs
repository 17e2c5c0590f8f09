using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

/// <summary>Renders components over a real shop, as somebody who is signed in.</summary>
internal sealed class PageContext : BunitContext
{
    // Ample for a machine that is busy with the other tests; a page answers in milliseconds.
    static PageContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    public PageContext(Shop shop, Actor actor)
    {
        Services.AddSingleton<TimeProvider>(shop.Clock);
        Services.AddSingleton(shop.Orders).AddSingleton(shop.StaffQueries).AddSingleton(shop.SiteQueries);
        Services.AddScoped<Toasts>();
        this.AddAuthorization().SetAuthorized(actor.Name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.StaffId!.Value.ToString()), new Claim(ClaimTypes.GivenName, actor.Name));
        SetRendererInfo(new("Server", true));
    }

    /// <summary>The page at this address, once it shows an answer.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        Go(address);
        return Render<TPage>();
    }

    public void Go(string address) => Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(address);
}
