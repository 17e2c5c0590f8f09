using System.CommandLine;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>logout</c>: forgets the token that <c>login</c> kept.</summary>
internal static class LogoutCommand
{
    public static Command Make(Desk desk)
    {
        var logout = new ExampledCommand(
            "logout", "Forget the token that login keeps on this computer. It goes on working elsewhere until an owner revokes it in the shop's settings.")
        {
            Examples = ["logout"],
        };
        logout.SetAction(_ => Run(desk));
        return logout;
    }

    private static int Run(Desk desk)
    {
        var file = new LoginFile(desk.Around);
        desk.Printer.Say(file.Forget() ? $"Signed out; {file.Path} is gone." : "Nobody was signed in.");
        return ExitCodes.Done;
    }
}
