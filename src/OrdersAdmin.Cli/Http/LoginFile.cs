using System.Text.Json;

namespace OrdersAdmin.Cli.Http;

/// <summary>What <c>login</c> keeps: a file that its owner alone can read, where XDG says that configuration lives.</summary>
internal sealed class LoginFile(Surroundings around)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path => System.IO.Path.Combine(Folder, "login.json");

    private string Folder => System.IO.Path.Combine(
        around.Variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg && System.IO.Path.IsPathRooted(xdg)
            ? xdg
            : System.IO.Path.Combine(around.Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
        Tool.Name);

    /// <summary>Null when nobody signed in, or the file is not ours.</summary>
    public Account? Read()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path));
            var root = document.RootElement;
            return Account.TryReadUrl(root.Text("url"), out var url) && root.Text("token") is { Length: > 0 } token ? new(url, token) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            around.Words.WriteLine($"{Path} cannot be read; sign in anew.");
            return null;
        }
    }

    /// <returns>Whether there was anything to forget.</returns>
    public bool Forget()
    {
        if (!File.Exists(Path))
            return false;
        File.Delete(Path);
        return true;
    }

    /// <summary>Whole or not at all, and never readable for others, not even for a moment.</summary>
    public void Write(Account account)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);

        var fresh = $"{Path}.{Environment.ProcessId}";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(fresh, options))
            JsonSerializer.Serialize(file, new { url = account.Url.ToString(), token = account.Token });
        File.Move(fresh, Path, overwrite: true);
    }
}
