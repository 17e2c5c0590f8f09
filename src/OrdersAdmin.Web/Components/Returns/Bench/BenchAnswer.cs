namespace OrdersAdmin.Web.Components.Returns.Bench;

/// <summary>What the bench says to a scan: a tone, a color and a sentence, so that nobody has to look and nobody has to hear.</summary>
public sealed record BenchAnswer(string Tone, string Sentence)
{
    public static BenchAnswer Good(string sentence) => new("good", sentence);

    public static BenchAnswer Done(string sentence) => new("done", sentence);

    public static BenchAnswer Bad(string sentence) => new("bad", sentence);
}
