namespace OrdersAdmin.Web.Hosting;

internal static class ShopLogging
{
    /// <summary>One JSON object a line with the trace id outside Development; plain lines for a person at a terminal.</summary>
    public static void AddShopLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(json => json.IncludeScopes = true);
    }
}
