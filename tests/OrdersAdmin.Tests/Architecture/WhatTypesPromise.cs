using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.StripeSimulator;

namespace OrdersAdmin.Tests.Architecture;

public sealed class WhatTypesPromise
{
    private static IEnumerable<string> NotCompared(IModel model, string name) =>
        model.GetEntityTypes().Select(entity => entity.FindProperty(name)).OfType<IProperty>().Where(property => !property.IsConcurrencyToken).Select(property => property.DeclaringType.DisplayName());

    private static readonly Assembly Application = typeof(OrdersDatabase).Assembly;

    [Fact]
    public void Projects_know_only_what_lies_below_them()
    {
        Assert.Empty(References(Application, "OrdersAdmin."));
        Assert.DoesNotContain(References(Application, "Microsoft.AspNetCore."), name => !name.Contains("DataProtection", StringComparison.Ordinal));
        Assert.Empty(References(typeof(StripeSimulatorOptions).Assembly, "OrdersAdmin."));

        Assert.Contains("OrdersAdmin.Application", References(typeof(Program).Assembly, "OrdersAdmin."));
    }

    [Fact]
    public void A_workflow_answers_with_a_result()
    {
        var workflows = Types().Where(type => type.Name.EndsWith("Workflow", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(workflows);
        Assert.Empty(workflows.SelectMany(WithoutResult));
        Assert.Equal(["BrokenWorkflow.Ship"], WithoutResult(typeof(BrokenWorkflow)));
    }

    [Fact]
    public void An_entity_decides_without_waiting_and_is_changed_only_by_itself()
    {
        using var connection = new SqliteConnection();
        using var context = new OrdersContext(DatabaseFile.OptionsFor(connection));
        var entities = context.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.Assembly == Application).Distinct().ToList();

        Assert.Contains(typeof(Order), entities);
        Assert.Empty(entities.SelectMany(Impurities));
        Assert.Equal(["BrokenEntity.Load waits.", "BrokenEntity.Left can be set by anybody."], Impurities(typeof(BrokenEntity)));
    }

    [Fact]
    public void A_version_is_compared_whenever_its_entity_is_saved()
    {
        using var connection = new SqliteConnection();
        using var context = new OrdersContext(DatabaseFile.OptionsFor(connection));
        Assert.Contains(context.Model.GetEntityTypes(), entity => entity.FindProperty("Version") is not null);
        Assert.Empty(NotCompared(context.Model, "Version"));
        Assert.Equal(["Order"], NotCompared(context.Model, nameof(Order.EventSequence)));
    }

    [Fact]
    public void A_class_is_sealed_unless_something_derives_from_it()
    {
        Assert.Empty(Open(Types()));
        Assert.Equal(["Exception"], Open([typeof(Exception), typeof(BrokenWorkflow)]));
    }

    [Fact]
    public void A_public_type_says_what_it_is_for()
    {
        Assert.Empty(Silent(SourceFile.All));
        Assert.Equal(["src/OrdersAdmin.Application/X.cs: B"], Silent([new("src/OrdersAdmin.Application/X.cs", """
            /// <summary>Says it.</summary>
            [Flags]
            public enum A { }

            /// <param name="C">Only this.</param>
            public sealed record B(int C);
            """)]));
    }

    [Fact]
    public void A_problem_is_a_sentence()
    {
        Assert.Empty(NoSentences(SourceFile.All));
        Assert.Equal(["src/X.cs: order missing"], NoSentences([new("src/X.cs", """return new Problem.NotFound("order missing"); new Problem.Refused($"{name} is the only owner.");""")]));
    }

    private static IEnumerable<Type> Types() => Application.GetTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<string> References(Assembly assembly, string prefix) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> WithoutResult(Type workflow) => workflow
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && !IsResult(method.ReturnType))
        .Select(method => $"{workflow.Name}.{method.Name}");

    private static bool IsResult(Type type) => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Result<>) || IsResult(type.GetGenericArguments()[0]));

    private static IEnumerable<string> Impurities(Type entity) =>
    [
        .. from method in entity.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
           select $"{entity.Name}.{method.Name} waits.",
        .. from property in entity.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
           select $"{entity.Name}.{property.Name} can be set by anybody.",
    ];

    private static IEnumerable<string> Open(IEnumerable<Type> types)
    {
        var all = types.ToList();
        return all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !all.Exists(each => each.BaseType == type)
            && type.Namespace?.EndsWith("Migrations", StringComparison.Ordinal) != true).Select(type => type.Name);
    }

    private static IEnumerable<string> Silent(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/OrdersAdmin.Application/", StringComparison.Ordinal)
        from Match type in Regex.Matches(file.Text, @"(?<above>(^(///|\[).*\n)*)^public (\w+ )*(class|record|struct|interface|enum) (struct )?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
        where !type.Groups["above"].Value.Contains("<summary>", StringComparison.Ordinal)
            // The other parts of a type have no need to say it again.
            && !(type.Value.Contains(" partial ", StringComparison.Ordinal) && !file.Path.EndsWith($"/{type.Groups["name"].Value}.cs", StringComparison.Ordinal))
        select $"{file.Path}: {type.Groups["name"].Value}";

    private static IEnumerable<string> NoSentences(IEnumerable<SourceFile> files) =>
        from file in files
        from Match problem in Regex.Matches(file.Text, @"new Problem\.(NotFound|Stale|Refused|Forbidden|GatewayFailed)\(\$?""(?<text>[^""\n]*)""\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
        let text = problem.Groups["text"].Value
        where !Regex.IsMatch(text, @"^(\p{Lu}|\{|'|#).*[.!?}]$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        select $"{file.Path}: {text}";

    private sealed class BrokenWorkflow
    {
        private readonly TaskCompletionSource shipped = new();

        public Task Ship() => shipped.Task;
    }

    private sealed class BrokenEntity
    {
        private readonly TaskCompletionSource loaded = new();

        public int Left { get; set; }

        public Task Load() => loaded.Task;
    }
}
