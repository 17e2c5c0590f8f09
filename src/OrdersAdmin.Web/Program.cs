using Microsoft.Extensions.Options;
using OrdersAdmin.Persistence;
using OrdersAdmin.Web.Api;
using OrdersAdmin.Web.Hosting;
using OrdersAdmin.Web.Identity;
using OrdersAdmin.Web.Webhooks;

try
{
    // What a verb is about is not a setting: a path that begins with a slash would be read as one.
    var builder = WebApplication.CreateBuilder(args is [ImportCommand.Verb, _, .. var settings] ? settings : args);
    builder.AddShopLogging();
    var shop = await builder.AddShop();
    await builder.AddStaffIdentity(shop);
    builder.Services.AddShopHealth();
    builder.Services.AddApi(shop);
    builder.AddShopPages();

    await using var app = builder.Build();
    if (args is [ImportCommand.Verb, ..])
        return await ImportCommand.Run(app, args);
    if (args is [VerifyLedgerCommand.Verb, ..])
        return await VerifyLedgerCommand.Run(app);

    app.UseShopErrors();
    app.UseSecurityHeaders();
    app.UseApiErrors();
    app.UseStaffIdentity();
    app.MapStaticAssets().AllowAnonymous();
    app.MapShopHealth();
    app.MapStripeWebhook();
    app.MapApi();
    app.MapAccount();
    app.MapShopPages();
    if (shop.Demo)
        await app.OpenDemo();
    else
        await app.OfferSetup();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException e)
{
    foreach (var sentence in e.Failures)
        await Console.Error.WriteLineAsync(sentence);
    return 1;
}
catch (DatabaseUnusableException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
