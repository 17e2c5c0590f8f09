namespace OrdersAdmin.Tests.Architecture;

public sealed class WhatFilesMayNotSay
{
    private const string Application = "^src/OrdersAdmin.Application/";
    private const string CSharp = @"^src/.*\.(cs|razor)$";

    private static readonly SourceRule[] Rules =
    [
        new("A transition table is pure.", @"Transitions\.cs$", @"EntityFrameworkCore|DbContext|OrdersContext|\bTask\b|\basync\b",
            Of("src/OrdersAdmin.Application/Orders/OrderTransitions.cs", "public static async Task Load(OrdersContext db) { }")),
        new("The application layer knows no HTTP and no page.", Application, @"OrdersAdmin\.Web\b|AspNetCore\.(?!DataProtection)|HttpContext|IResult\b|ComponentBase",
            Of("src/OrdersAdmin.Application/Orders/X.cs", "using Microsoft.AspNetCore.Http;")),
        new("A page knows no database and no HTTP client.", "^src/OrdersAdmin.Web/Components/", @"EntityFrameworkCore|DbContext|OrdersContext|OrdersDatabase|AccountsContext|HttpClient",
            Of("src/OrdersAdmin.Web/Components/Orders/X.razor", "@inject OrdersDatabase Database")),
        // Webhooks wait by jittered schedules and carry no amount of their own.
        new("Money is a whole number of minor units.", Application + "(?!Webhooks/)", @"\b(decimal|double|float|Half)\b",
            Of("src/OrdersAdmin.Application/Orders/X.cs", "decimal total = 0;")),
        // The command line lives for a moment and stands outside: its clock is the machine's.
        new("Time comes from the clock that was handed in.", @"^src/(?!OrdersAdmin.Cli/|.*/(OrdersApplication|StripeSimulatorOptions|Program)\.cs$).*\.(cs|razor)$", @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|TimeProvider\.System",
            Of("src/OrdersAdmin.Web/X.cs", "var now = DateTimeOffset.UtcNow;")),
        new("Names come from the field.", CSharp, @"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helpers?|Utils?|Utilit(y|ies)|Dto|Impl)\b",
            Of("src/OrdersAdmin.Web/X.cs", "internal static class OrderHelper { }")),
        new("Nothing waits with a blocked thread, and nothing runs unobserved.", CSharp, @"Thread\.Sleep(?!\(Timeout\.Infinite)|\.GetAwaiter\(\)\.GetResult\(\)|\basync void\b",
            Of("src/OrdersAdmin.Web/X.cs", "Thread.Sleep(10);")),
        new("Everything that is there is finished.", CSharp, @"NotImplementedException|#pragma warning disable|#nullable disable",
            Of("src/OrdersAdmin.Web/X.cs", "throw new NotImplementedException();")),
        new("A color is a token.", @"^src/.*\.css$", @"#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|oklch)\(",
            Of("src/OrdersAdmin.Web/Components/X.razor.css", ".x { color: #fff }")),
    ];

    public static TheoryData<string> Sentences => new(Rules.Select(rule => rule.Sentence));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Holds_in_every_file(string sentence) => Assert.Empty(Rule(sentence).BrokenIn(SourceFile.All));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Would_be_noticed(string sentence) => Assert.NotEmpty(Rule(sentence).BrokenIn([Rule(sentence).Example]));

    [Fact]
    public void Comments_and_texts_say_what_they_like()
    {
        var file = Of("src/OrdersAdmin.Application/X.cs", """
            // A decimal would lose cents.
            /* double */ var text = "a \"float\" of flowers"; var other = @"c:\decimal"; var sign = '"'; var nested = $"at most {Count(many, "decimal")}."; // decimal
            """);

        Assert.Empty(Rule("Money is a whole number of minor units.").BrokenIn([file]));
    }

    [Fact]
    public void No_file_waits_for_somebody_to_finish_it()
    {
        Assert.Empty(Unfinished([.. SourceFile.All, .. SourceFile.Tests]));
        Assert.Single(Unfinished([Of("src/X.cs", "// TO" + "DO: tax")]));

        static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) => files
            .Where(file => ((string[])["TO" + "DO", "FIX" + "ME", "XX" + "X:"]).Any(word => file.Text.Contains(word, StringComparison.Ordinal))).Select(file => file.Path);
    }

    private static SourceRule Rule(string sentence) => Rules.Single(rule => rule.Sentence == sentence);

    private static SourceFile Of(string path, string text) => new(path, text);
}
