using System.CommandLine;
using System.Text;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>login</c>: keeps a token for the commands that follow. It is never an argument, where other users and the shell's history would see it.</summary>
internal static class LoginCommand
{
    private static readonly Field<string> Url = Fields.Text("--url", "url", "URL", $"The shop's address. Without it: {Account.UrlVariable}, or where one signed in before.");

    public static Command Make(Desk desk)
    {
        var login = new ExampledCommand(
            "login", "Keep an API token for the commands that follow: typed at a prompt without being shown, or read from standard input. "
            + "It is kept in a file that only you can read; logout forgets it.")
        {
            Options = { Url },
            Examples = ["login --url https://shop.example", "login --url http://localhost:5080 < token.txt"],
        };
        login.SetAction((parse, cancel) => Run(desk, parse.GetValue(Url), cancel));
        return login;
    }

    private static async Task<int> Run(Desk desk, string? named, CancellationToken cancel)
    {
        var file = new LoginFile(desk.Around);
        var address = named ?? desk.Around.Variable(Account.UrlVariable) ?? file.Read()?.Url.ToString();
        if (address is null || !Account.TryReadUrl(address, out var url))
        {
            desk.Printer.Say($"Which shop? {Tool.Name} login --url https://shop.example");
            return ExitCodes.Arguments;
        }
        Account.Warn(desk.Around, url);
        var token = await ReadToken(desk.Around, url, cancel);
        if (!Account.IsToken(token))
        {
            desk.Printer.Say("That is no token: a token is one word.");
            return ExitCodes.Arguments;
        }
        return await Keep(desk, file, new Account(url, token), cancel);
    }

    private static async Task<int> Keep(Desk desk, LoginFile file, Account account, CancellationToken cancel)
    {
        using var shop = new ShopClient(account, desk.Around);
        var answer = await Desk.Send(shop, Call.Get("/api/v1/me"), cancel);
        if (!answer.Succeeded)
            return desk.Fail(answer);
        file.Write(account);
        var code = desk.Print(answer, json: false, LoginViews.Me);
        desk.Printer.Say($"Signed in to {account.Url}; the token is kept in {file.Path}.");
        return code;
    }

    private static async Task<string> ReadToken(Surroundings around, Uri url, CancellationToken cancel)
    {
        if (around.InputIsTerminal)
        {
            await around.Words.WriteAsync($"Token for {url}: ");
            return Unseen.ReadLine(around.Words);
        }
        using var input = new StreamReader(around.Input, Encoding.UTF8, leaveOpen: true);
        return (await input.ReadLineAsync(cancel) ?? "").Trim();
    }
}
