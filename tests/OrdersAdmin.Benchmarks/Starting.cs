using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>Time from starting the process to the first yes of <c>/health/ready</c>, on a database with orders, and the memory that it holds then.</summary>
internal static class Starting
{
    private static readonly Uri Address = new("http://127.0.0.1:5170");

    public static async Task<int> Run(Arguments arguments)
    {
        var orders = arguments.Number("orders", 2000);
        var data = await ServedShop.DataFolder("start", orders);
        // The first start makes accounts and keys, and warms the disk's cache.
        await (await ServedShop.Start(arguments.Text("app"), data, Address)).DisposeAsync();

        var times = new List<double>();
        var memory = new List<double>();
        var worked = TimeSpan.Zero;
        for (var i = 0; i < 5; i++)
        {
            await using var app = await ServedShop.Start(arguments.Text("app"), data, Address);
            times.Add(app.StartedIn);
            worked += app.Worked;
            await Task.Delay(3000);
            memory.Add(app.Megabytes);
        }
        Figures.Head($"{orders:#,0} orders");
        Figures.Of(times, worked).Print("start until ready");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory when idle: {memory.Average():0} MB resident"));
        return 0;
    }
}
