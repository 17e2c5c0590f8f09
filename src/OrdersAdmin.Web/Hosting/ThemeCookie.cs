namespace OrdersAdmin.Web.Hosting;

/// <summary>Light, dark, or as the system has it; read by the server, so that no page flashes.</summary>
internal static class ThemeCookie
{
    public const string Name = "theme";

    public static string Read(HttpRequest request) => request.Cookies[Name] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => "system",
    };
}
