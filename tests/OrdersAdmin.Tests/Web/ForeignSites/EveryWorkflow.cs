using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web.ForeignSites;

/// <summary>Every method of the application layer that somebody can be the actor of, called with a foreign site's ids, as a forged event of a page would.</summary>
public sealed class EveryWorkflow(TwoSites sites) : IClassFixture<TwoSites>
{
    private static readonly MethodInfo[] Doors = [.. typeof(OrdersDatabase).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor) && typeof(Task).IsAssignableFrom(method.ReturnType))];

    [Theory]
    [MemberData(nameof(TwoSites.Roles), MemberType = typeof(TwoSites))]
    public async Task Keeps_the_secret_and_changes_nothing_for_whoever_does_not_work_there(string role)
    {
        var actor = await sites.Person(Enum.Parse<Role>(role));
        var before = sites.Database.AllRows();

        var leaks = new List<string>();
        foreach (var door in Doors)
        {
            var answer = await Call(door, actor);
            if (answer.Contains(TwoSites.Secret, StringComparison.Ordinal))
                leaks.Add($"{door.DeclaringType!.Name}.{door.Name}: {answer}");
            Assert.True(before == sites.Database.AllRows(), $"{door.DeclaringType!.Name}.{door.Name} changed something.");
        }

        Assert.Empty(leaks);
        Assert.InRange(Doors.Length, 25, 500);
    }

    [Fact]
    public async Task Answers_somebody_who_works_there()
    {
        var owner = await sites.Person(Role.Owner);

        var telling = new List<string>();
        foreach (var door in Doors.Where(door => door.DeclaringType!.Name.EndsWith("Queries", StringComparison.Ordinal)))
            if ((await Call(door, owner)).Contains(TwoSites.Secret, StringComparison.Ordinal))
                telling.Add($"{door.DeclaringType!.Name}.{door.Name}");

        Assert.Empty(new[] { "OrderQueries.Get", "OrderQueries.List", "OrderQueries.Choices", "SiteQueries.List", "RefundQueries.ReviewQueue", "ReturnQueries.Get", "ReturnQueries.List", "ExchangeQueries.Get", "StockQueries.List" }.Except(telling));
    }

    /// <summary>The answer as JSON; a problem as its sentence.</summary>
    private async Task<string> Call(MethodInfo door, Actor actor)
    {
        if (!sites.Shop.Service<IServiceProvider>().GetServices(door.DeclaringType!).Any())
            return "";
        var service = sites.Shop.Service<IServiceProvider>().GetRequiredService(door.DeclaringType!);
        var arguments = door.GetParameters().Select(parameter => parameter.ParameterType == typeof(Actor) ? actor : Argument(parameter.ParameterType)).ToArray();
        var task = (Task)door.Invoke(service, arguments)!;
        await task;
        return Text(task.GetType().GetProperty("Result")!.GetValue(task));
    }

    private static string Text(object? answer)
    {
        if (answer is null)
            return "";
        if (answer is IEnumerable many and not string)
            return string.Join('\n', many.Cast<object?>().Select(Text));
        var type = answer.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Result<>))
            return JsonSerializer.Serialize(answer, type);
        var problem = (Problem?)type.GetProperty("Problem")!.GetValue(answer);
        return problem?.Message ?? Text(type.GetMethod("OrThrow")!.Invoke(answer, null));
    }

    /// <summary>The foreign id, or something plausible.</summary>
    private object? Argument(Type type)
    {
        if (sites.Ids.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var id))
            return id;
        if (type == typeof(IntakeOrder))
            return Given.Intake(Given.Line("Mug", 1));
        if (type == typeof(IEnumerable<IntakeOrder>))
            return new[] { Given.Intake(Given.Line("Mug", 1)) };
        if (type == typeof(IReadOnlyList<IntakeVariant>))
            return new[] { new IntakeVariant("MUG", "p1", "Mug", 1000, "EUR", 3) };
        if (type == typeof(RefundChoice))
            return new RefundChoice { Amount = 100 };
        if (type == typeof(Stream))
            return new MemoryStream("[]"u8.ToArray());
        if (type == typeof(Uri))
            return new Uri("https://shop.example/thanks");
        if (type == typeof(string))
            return "ours";
        if (type == typeof(int))
            return 1;
        if (Nullable.GetUnderlyingType(type) is not null || type.IsInterface || type == typeof(CancellationToken))
            return type.IsValueType ? Activator.CreateInstance(type) : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 0) : null;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        // A question is asked as it comes, without filters; an act gets all of its words.
        var asItComes = type.Name.EndsWith("Query", StringComparison.Ordinal);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.HasDefaultValue && (asItComes || parameter.DefaultValue is not null) ? parameter.DefaultValue : Argument(parameter.ParameterType))]);
    }
}
