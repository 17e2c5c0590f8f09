namespace OrdersAdmin.Cli;

internal static class Program
{
    public static Task<int> Main(string[] args) => new Tool(Surroundings.OfThisProcess()).Run(args);
}
