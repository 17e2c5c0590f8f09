namespace OrdersAdmin.Web.Hosting;

internal static class ShopLogging
{
    /// <summary>One JSON object a line with the trace id outside Development; plain lines for a person at a terminal.</summary>
    public static void AddShopLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        // The framework logs every address at Information, and with it what people search for and the secrets in the links that they were sent.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // It warns that the keys are not encrypted; they lie in the data folder, which only its owner can read, beside what they protect.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Logging.ClearProviders().AddShopConsole(builder.Environment);
    }

    public static void AddShopConsole(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            logging.AddConsole();
        else
            logging.AddJsonConsole(json => json.IncludeScopes = true);
    }
}
